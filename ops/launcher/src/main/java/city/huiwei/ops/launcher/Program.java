package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One of our own programs, run from its jar in a JVM of its own.
 *
 * @param health the path that answers 200 once it is ready
 * @param pace how hard it works, as options of its JVM
 */
record Program(String name, Path jar, int port, String health, List<String> pace) {

  static final List<String> BUSY = List.of("-Xmx200m");

  /** Remembers a million units and stays, at about 100 bytes each. */
  static final List<String> MINDFUL = List.of("-Xmx256m", "-Xmn56m");

  /** The quick compiler alone halves the start; only under load would the other be missed. */
  static final List<String> QUIET = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

  /** No more than a page and two doors. */
  static final List<String> TINY = List.of("-Xmx32m", "-XX:TieredStopAtLevel=1");

  /** Small: the whole city is to fit beside a browser and an editor. */
  private static final List<String> ALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          // Half a service that no longer answers is worse than none, which is seen and restarted.
          "-XX:+ExitOnOutOfMemoryError",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:ReservedCodeCacheSize=64m",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** It as a part of the city, told what it must know of the others. */
  Part part(Path logs, List<String> settings) {
    return new Part(
        name,
        port,
        () -> command(settings).tied("TERM").start(logs.resolve(name + ".log")),
        () -> Caller.isReady("http://localhost:" + port + health),
        "TERM",
        PATIENCE);
  }

  private Command command(List<String> settings) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException("There is no " + jar + "; \"mvn -Prun\" builds it");
    }
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(pace);
    words.addAll(ALL);
    words.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
    words.addAll(settings);
    return new Command(words);
  }
}
