package city.huiwei.ops.launcher;

import java.time.Duration;

/** Where everything is, once the city is ready. */
final class Links {

  private Links() {}

  static void say(Settings settings, Duration taken) {
    Screen.say("READY after " + Screen.seconds(taken));
    Screen.say("citizens", settings.booking() + "/");
    Screen.say("operators", settings.console() + "/");
    Screen.say("machines", settings.console() + "/machines");
    Screen.say("mail and messages", settings.inbox() + "/");
    Screen.say("sample names", "graduate-00001, family-00001, firm-00001 (or another number),");
    Screen.say("", "caseworker-op-home, manager-op-home, monitor, auditor, administrator");
    Screen.say(
        "access token", "curl -d person=graduate-00001 " + settings.signIn() + "/sample/token");
    Screen.say(
        "database", "psql -h localhost -p " + settings.postgresPort() + " -U postgres inventory");
    Screen.say("stop", "Ctrl-C");
  }
}
