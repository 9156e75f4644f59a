package city.huiwei.booking.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many places open at once: in their order, each party takes the best home of its list such that
 * everyone placed so far can still be seated there. Which place of the home it is stays open until
 * all have had their turn. So nobody is passed over for whom a seat could have been found. Pure; a
 * working copy of one opening.
 */
public final class BulkOpening {

  /**
   * Places that a party cannot tell apart.
   *
   * @param room in which all are of one sex; absent where that is nobody's matter
   */
  public record Lot(String code, int places, @Nullable String room) {}

  /**
   * Who is placed.
   *
   * @param sex as which it shares a room
   * @param homes the lots that suit it, home by home, the most wished and tightest first; none is
   *     in two homes
   */
  public record Party(UUID id, String sex, List<List<String>> homes) {}

  /** Parties that are alike: what cannot be had for one cannot be had for the others later. */
  private record Alike(String sex, List<String> home) {}

  private final SeatingChart chart;
  private final Set<Alike> full = new HashSet<>();

  /**
   * @param lived the sex of those who live in a room already
   */
  public BulkOpening(List<Lot> lots, Map<String, String> lived) {
    this.chart = new SeatingChart(lots, lived);
  }

  /** Which home of its list it is promised; empty when none can be. */
  public OptionalInt place(Party party) {
    for (int home = 0; home < party.homes().size(); home++) {
      if (isSeated(party, party.homes().get(home))) {
        return OptionalInt.of(home);
      }
    }
    return OptionalInt.empty();
  }

  /** Places are only ever taken, so what was full once is not tried again. */
  private boolean isSeated(Party party, List<String> home) {
    var alike = new Alike(party.sex(), home);
    if (full.contains(alike)) {
      return false;
    }
    var seated = chart.seat(new SeatingChart.Guest(party.id(), party.sex(), home));
    if (!seated) {
      full.add(alike);
    }
    return seated;
  }

  /** The lot of each party that was placed, as it stands now. */
  public Map<UUID, String> seats() {
    return chart.seats();
  }
}
