package city.huiwei.ops.launcher;

import java.nio.file.Path;

/**
 * What may be said at the start.
 *
 * @param portBase the citizens' pages' port, from which all others follow
 * @param data where the city keeps its data and logs
 * @param smoke whether to walk once through the city and stop
 * @param project the project's folder
 */
record Settings(int portBase, Path data, boolean smoke, Path project) {

  static Settings ofSystemProperties() {
    return new Settings(
        Integer.getInteger("port.base", 8080),
        Path.of(System.getProperty("data.dir", "ops/.data")).toAbsolutePath().normalize(),
        Boolean.getBoolean("smoke"),
        Path.of("").toAbsolutePath());
  }

  int bookingPort() {
    return portBase;
  }

  int inventoryPort() {
    return portBase + 1;
  }

  int consolePort() {
    return portBase + 2;
  }

  int signInPort() {
    return portBase + 3;
  }

  int inboxPort() {
    return portBase + 4;
  }

  int postgresPort() {
    return portBase + 20;
  }

  int redisPort() {
    return portBase + 21;
  }

  int smtpPort() {
    return portBase + 22;
  }

  String booking() {
    return localhost(bookingPort());
  }

  String inventory() {
    return localhost(inventoryPort());
  }

  String console() {
    return localhost(consolePort());
  }

  String signIn() {
    return localhost(signInPort());
  }

  String inbox() {
    return localhost(inboxPort());
  }

  /** Where the programs work and write their logs. */
  Path logs() {
    return data.resolve("logs");
  }

  private static String localhost(int port) {
    return "http://localhost:" + port;
  }
}
