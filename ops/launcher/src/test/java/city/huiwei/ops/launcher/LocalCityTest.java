package city.huiwei.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCityTest {

  private static final List<String> PROGRAMS =
      List.of("ops/sign-in", "ops/inbox", "inventory-service", "booking-service", "admin-console");

  // One folder for all, so that PostgreSQL is unpacked once; each test finds what the last one
  // left.
  @TempDir private static Path project;

  private final int portBase = FreePorts.base();
  private @Nullable Launched city;

  @BeforeEach
  void writeTheProgramsAndTheSample() throws IOException {
    for (var program : PROGRAMS) {
      StandIn.writeJar(jar(program), true);
    }
    Files.createDirectories(project.resolve("ops/sample-city"));
    for (var file : SampleCity.FILES) {
      Files.writeString(project.resolve("ops/sample-city/" + file + ".csv"), file + "\n");
    }
  }

  @AfterEach
  void killTheCity() {
    if (city != null) {
      var started = city.started();
      city.process().destroyForcibly();
      awaitTheEndOf(started);
    }
  }

  @Test
  void saysWhereEverythingIsAndStopsEverythingWhenAsked() throws Exception {
    var city = start();
    assertThat(city.awaitLine("citizens")).contains("http://localhost:" + portBase + "/");
    assertThat(city.awaitLine("mail and messages")).contains(":" + (portBase + 4) + "/");
    assertThat(city.awaitLine("database")).contains("-p " + (portBase + 20));
    var started = city.started();
    assertThat(started).hasSizeGreaterThan(PROGRAMS.size() + 1);

    city.process().toHandle().destroy();

    assertThat(city.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    city.awaitLine("Stopped after");
    assertThat(started).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aKilledLauncherLeavesNothingRunningAndNothingBroken() throws Exception {
    var killed = start();
    var started = killed.started();
    killed.process().destroyForcibly();
    awaitTheEndOf(started);

    start();
  }

  @Test
  void endsWithWhoStartedIt() throws Exception {
    // The shell must not hand its own process over, so it has a second thing to do.
    var city = start("sh", "-c", "\"$@\"; true", "sh");
    var started = city.started();
    city.process().destroyForcibly();
    awaitTheEndOf(started);
  }

  @Test
  void twoCitiesDoNotShareAFolder() throws Exception {
    start();
    var second = Launched.in(project, FreePorts.base(), data());
    assertThat(second.awaitLine("A city already runs"))
        .contains(data().toString(), "http://localhost:" + portBase);
    assertThat(second.process().waitFor()).isEqualTo(1);
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var other = new ServerSocket(portBase + 1, 1, InetAddress.getLoopbackAddress())) {
      var second = Launched.in(project, portBase, data());
      second.awaitLine("Port " + other.getLocalPort() + ", for inventory-service, is taken");
      assertThat(second.process().waitFor()).isEqualTo(1);
    }
  }

  @Test
  void aProgramThatCannotStartStopsTheCityAndSaysWhy() throws Exception {
    StandIn.writeJar(jar("admin-console"), false);
    var city = launch();
    city.awaitLine("admin-console: It ended");
    city.awaitLine("Invalid or corrupt jarfile");
    city.awaitLine("Stopped after");
    assertThat(city.process().waitFor()).isEqualTo(1);
  }

  @Test
  void aProgramThatEndsIsStartedAgainThreeTimes() throws Exception {
    var city = start();
    for (var time = 1; time <= 3; time++) {
      endBooking();
      city.awaitLine("booking-service    ended unexpectedly, with status 3");
      city.awaitLine("The stand-in starts");
      city.awaitLine("booking-service    starts again, " + time + " of 3");
      city.awaitLine("booking-service    ready");
    }
    endBooking();
    city.awaitLine("booking-service    stays down");
  }

  private void endBooking() {
    assertThat(Caller.isReady("http://localhost:" + portBase + "/end")).isFalse();
  }

  private Launched start(String... wrapper) throws Exception {
    var launched = launch(wrapper);
    launched.awaitLine("READY");
    return launched;
  }

  private Launched launch(String... wrapper) throws IOException {
    var launched = Launched.in(project, portBase, data(), wrapper);
    city = launched;
    return launched;
  }

  private static void awaitTheEndOf(List<ProcessHandle> started) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(started).noneMatch(LocalCityTest::runs));
  }

  /** One that has ended may stay in the list of processes until somebody collects it. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  private static Path data() {
    return project.resolve("data");
  }

  private static Path jar(String program) {
    return project.resolve(program + "/target/" + Path.of(program).getFileName() + "-app.jar");
  }
}
