package city.huiwei.ops.launcher;

import java.time.Duration;

/** What is said to whoever started the city, line by line. */
final class Screen {

  private Screen() {}

  static void say(String line) {
    System.out.println(line);
  }

  /** A name and what there is to say of it, in two columns. */
  static void say(String name, String what) {
    say("  %-18s %s".formatted(name, what));
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
