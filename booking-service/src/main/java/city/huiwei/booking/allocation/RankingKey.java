package city.huiwei.booking.allocation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What decides who comes first, in this order: the class of the category (lower first), points
 * (higher first), since when (earlier first), ballot number (lower first), application. No two
 * applications have the same key. In SQL the same order is {@code category_class, points desc,
 * since, ballot collate "C", application}.
 *
 * @param points whole; rules that give fractions scale them
 * @param ballot 32 bytes in lower-case hex, {@link #UNDRAWN} before the draw
 */
public record RankingKey(
    int categoryClass, int points, LocalDate since, String ballot, UUID application)
    implements Comparable<RankingKey> {

  /** The version of this order, as decisions name it: another order is another version. */
  public static final String ENGINE = "huiwei-ranking/1";

  /** Behind every number that can be drawn, but for one in 2²⁵⁶. */
  public static final String UNDRAWN = "f".repeat(64);

  private static final Pattern BALLOT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,9})/(-?\\d{1,9})/(\\d{4}-\\d\\d-\\d\\d)/(\\w{64})/([\\w-]{36})");

  private static final Comparator<RankingKey> ORDER =
      Comparator.comparingInt(RankingKey::categoryClass)
          .thenComparing(RankingKey::points, Comparator.reverseOrder())
          .thenComparing(RankingKey::since)
          .thenComparing(RankingKey::ballot)
          // As text, for a UUID compares its halves as signed numbers and the database does not.
          .thenComparing(key -> key.application().toString());

  public RankingKey {
    if (categoryClass < 0 || categoryClass > 999_999_999 || Math.abs((long) points) > 999_999_999) {
      throw new IllegalArgumentException(
          "class or points out of range: %d, %d".formatted(categoryClass, points));
    }
    if (since.getYear() < 1 || since.getYear() > 9999) {
      throw new IllegalArgumentException("not a date of an application: " + since);
    }
    if (!BALLOT.matcher(ballot).matches()) {
      throw new IllegalArgumentException("a ballot number is 64 lower-case hex digits: " + ballot);
    }
  }

  /** The key that {@link #text} wrote. */
  public static RankingKey parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a ranking key: " + text);
    }
    return new RankingKey(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        LocalDate.parse(parts.group(3)),
        parts.group(4),
        UUID.fromString(parts.group(5)));
  }

  /**
   * All of it in one line, for records and pages: {@code
   * 2/42/2026-03-01/0689a648…81ceb4/0198c1f0-…}.
   */
  public String text() {
    return "%d/%d/%s/%s/%s".formatted(categoryClass, points, since, ballot, application);
  }

  /** All of it in one line whose order, byte by byte, is the order of the keys. */
  public String sortable() {
    return "%09d/%010d/%s/%s/%s"
        .formatted(categoryClass, 1_000_000_000L - points, since, ballot, application);
  }

  @Override
  public int compareTo(RankingKey other) {
    return ORDER.compare(this, other);
  }
}
