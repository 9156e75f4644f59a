package city.huiwei.booking.round;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Children who are placed together, with what their family wants.
 *
 * @param entry absent for a child that only keeps its seat
 * @param number of the draw, in hex
 * @param choices those that still can be given, the best first
 */
record RoundFamily(
    @Nullable UUID entry, String number, List<Candidate> children, List<Choice> choices) {

  /** Who keeps a seat without having entered stands after those with a number of the same rank. */
  static final String LAST = "f".repeat(64);

  /**
   * A class for each child, or none.
   *
   * @param rank in the list as the family wrote it, 1 for the first
   */
  record Choice(int rank, List<@Nullable String> pools) {}

  static RoundFamily keeping(Candidate child) {
    return new RoundFamily(null, LAST, List.of(child), List.of());
  }

  static List<Choice> ranked(WishList wishes) {
    return IntStream.range(0, wishes.choices().size())
        .mapToObj(at -> new Choice(at + 1, wishes.choices().get(at)))
        .toList();
  }

  /** The one who comes first gives the family its category. */
  int category() {
    return children.stream().mapToInt(Candidate::category).min().orElseThrow();
  }

  /** Without those who have gone another way; what then names nobody, or the same, is no choice. */
  RoundFamily only(List<Candidate> staying) {
    var places =
        IntStream.range(0, children.size())
            .filter(at -> staying.contains(children.get(at)))
            .boxed()
            .toList();
    var seen = new HashSet<List<@Nullable String>>();
    var left = new ArrayList<Choice>();
    for (var choice : choices) {
      var kept = new ArrayList<@Nullable String>();
      places.forEach(at -> kept.add(choice.pools().get(at)));
      if (kept.stream().anyMatch(Objects::nonNull) && seen.add(kept)) {
        left.add(new Choice(choice.rank(), Collections.unmodifiableList(kept)));
      }
    }
    return new RoundFamily(entry, number, staying, List.copyOf(left));
  }

  /** Only with what the family would rather have than the choice of that rank. */
  RoundFamily before(int rank) {
    return new RoundFamily(
        entry, number, children, choices.stream().filter(choice -> choice.rank() < rank).toList());
  }
}
