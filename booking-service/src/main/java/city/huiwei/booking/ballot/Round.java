package city.huiwei.booking.ballot;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which value a draw waits for, that nobody here controls: announced before it exists. Written as
 * {@code none}, {@code drand/<chain hash>/<round>} or {@code nist/<time of the pulse>}.
 */
public sealed interface Round {

  /** Where there is no internet: the witnesses' digits alone. */
  record None() implements Round {
    @Override
    public String text() {
      return "none";
    }

    @Override
    public int length() {
      return 0;
    }
  }

  /**
   * A round of a chain of the League of Entropy.
   *
   * @param chain the chain's hash, 64 lower-case hex digits
   */
  record Drand(String chain, long round) implements Round {
    @Override
    public String text() {
      return "drand/%s/%d".formatted(chain, round);
    }

    @Override
    public int length() {
      return 32;
    }
  }

  /** A pulse of the NIST beacon 2.0. */
  record Nist(Instant at) implements Round {
    @Override
    public String text() {
      return "nist/" + at;
    }

    @Override
    public int length() {
      return 64;
    }
  }

  String text();

  /** How many bytes its value has. */
  int length();

  /** What {@link #text} wrote, nothing for anything else. */
  static Optional<Round> parse(String text) {
    var drand = Pattern.compile("drand/([0-9a-f]{64})/([1-9][0-9]{0,17})").matcher(text);
    if (drand.matches()) {
      return Optional.of(new Drand(drand.group(1), Long.parseLong(drand.group(2))));
    }
    if (text.startsWith("nist/")) {
      return instant(text.substring(5)).map(Nist::new);
    }
    return text.equals("none") ? Optional.of(new None()) : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
