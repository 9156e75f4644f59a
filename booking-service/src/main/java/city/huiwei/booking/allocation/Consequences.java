package city.huiwei.booking.allocation;

import java.util.Comparator;
import java.util.List;

/**
 * What follows when an offer comes to nothing: a table of reason, party and count. Whoever asks
 * sees the row that decided, and whether it was waived.
 */
public record Consequences(List<Row> rows) {

  /** Why an offer came to nothing. */
  public enum Reason {
    REFUSED_WITH_REASON,
    REFUSED_WITHOUT_REASON,
    UNANSWERED,
    NOT_MOVED_IN
  }

  /** Who is answerable for it. */
  public enum Party {
    APPLICANT,
    OPERATOR,
    NOBODY
  }

  /** What happens to the application. */
  public enum Consequence {
    /** It stays where it is in the queue. */
    KEEPS_PLACE,
    /** It stays in the queue, its date being that of today. */
    MOVES_BACK,
    /** It gets no offers until somebody has been in contact; it is never deleted. */
    DORMANT,
    /** It stays where it is, and this time is not counted. */
    NOTHING
  }

  /**
   * A line of the table.
   *
   * @param fromCount the first time it is so, counting this one; until the next line's
   * @param waivable whether a person may waive it, with a reason
   */
  public record Row(
      Reason reason, Party party, int fromCount, Consequence consequence, boolean waivable) {}

  /**
   * What follows, and by which row.
   *
   * @param waived whether it would have been the row's consequence
   */
  public record Ruling(Consequence consequence, Row row, boolean waived) {}

  public Consequences {
    rows = rows.stream().sorted(Comparator.comparingInt(Row::fromCount)).toList();
    for (var reason : Reason.values()) {
      for (var party : Party.values()) {
        requireSound(reason, party, rows);
      }
    }
  }

  /**
   * What follows from the so-manieth time that this reason of this party ended an offer.
   *
   * @param isWaived whether a person has waived it; the place is kept then, where the row allows it
   */
  public Ruling ruling(Reason reason, Party party, int count, boolean isWaived) {
    if (count < 1) {
      throw new IllegalArgumentException("this time counts, too: " + count);
    }
    var row =
        rows.stream()
            .filter(each -> each.reason() == reason && each.party() == party)
            .filter(each -> each.fromCount() <= count)
            .reduce((_, later) -> later)
            .orElseThrow();
    var waived = isWaived && row.waivable();
    return new Ruling(waived ? Consequence.KEEPS_PLACE : row.consequence(), row, waived);
  }

  private static void requireSound(Reason reason, Party party, List<Row> rows) {
    var counts =
        rows.stream()
            .filter(row -> row.reason() == reason && row.party() == party)
            .map(Row::fromCount)
            .toList();
    if (counts.isEmpty()
        || counts.getFirst() != 1
        || counts.stream().distinct().count() != counts.size()) {
      throw new IllegalArgumentException(
          "consequences of %s by %s begin at 1, each count once: %s"
              .formatted(reason, party, counts));
    }
  }
}
