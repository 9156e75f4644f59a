package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.LeftOver;
import city.huiwei.ops.servers.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the local city, keeps it running, and stops it with its own end. */
final class LocalCity {

  private final Settings settings;
  private final List<Part> programs;
  private final City city;
  private final Instant since = Instant.now();

  private LocalCity(Settings settings) {
    var parts = new Parts(settings);
    this.settings = settings;
    this.programs = parts.programs();
    this.city = new City(parts.servers(), programs);
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      new LocalCity(Settings.ofSystemProperties()).live();
    } catch (IllegalStateException failure) {
      Screen.say(String.valueOf(failure.getMessage()));
      System.exit(1);
    }
  }

  private void live() throws InterruptedException {
    var lock = OneAtATime.in(settings.data(), settings.booking());
    makeRoom();
    stopAtTheEnd(lock);
    Screen.say("The city starts; its data and logs are in " + settings.data());
    city.start();
    var sampleCity = new SampleCity(settings);
    sampleCity.load(Caller.named("administrator", settings.signIn()), settings.inventory());
    Links.say(settings, Duration.between(since, Instant.now()));
    if (settings.smoke()) {
      new FirstStay(settings, sampleCity).live();
      Screen.say("Every answer was as it should be.");
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  /** Ends what an earlier city may have left, and refuses ports that others have. */
  private void makeRoom() {
    LeftOver.stop("java", settings.logs(), "KILL");
    for (var program : programs) {
      if (!Ports.isFree(program.port())) {
        throw new IllegalStateException(
            "Port %d, for %s, is taken by another program; choose others with -Dport.base=..."
                .formatted(program.port(), program.name()));
      }
    }
  }

  /** Ctrl-C, SIGTERM, an exit of our own and the end of who started us all lead here. */
  private void stopAtTheEnd(OneAtATime lock) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lock)));
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> {
          var _ = parent.onExit().thenRun(() -> new Thread(() -> System.exit(1)).start());
        });
  }

  private void stop(OneAtATime lock) {
    var asked = Instant.now();
    lock.sayStopping();
    Screen.say("The city stops.");
    city.stop();
    Screen.say("Stopped after " + Screen.seconds(Duration.between(asked, Instant.now())) + ".");
  }
}
