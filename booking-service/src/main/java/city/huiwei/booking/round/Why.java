package city.huiwei.booking.round;

import city.huiwei.booking.matching.CutOff;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a family was given what it was given: its own list, what ranked it, and the public cut-offs,
 * from which anybody reckons the same.
 *
 * @param choices in the order of the list
 */
record Why(List<Choice> choices) {

  /** What came of one choice. */
  enum Outcome {
    GIVEN,
    /** Somebody who comes first has each place that is missing. */
    BELOW_CUTOFF,
    /** Each alone would have got in; together there was no room. */
    NOT_TOGETHER,
    /** A better choice was given. */
    NOT_NEEDED
  }

  record Choice(int rank, Outcome outcome, List<Option> options) {}

  /**
   * A class for one child.
   *
   * @param own what ranked the child there
   * @param cutOff the last who got in; absent where everybody did
   */
  record Option(UUID child, String pool, PriorityKey own, @Nullable CutOff cutOff, boolean getsIn) {

    /** What the last who got in was ranked by; absent where nobody of the category did. */
    public @Nullable PriorityKey last() {
      var priority = cutOff == null ? null : cutOff.priority();
      return priority == null ? null : PriorityKey.of(priority);
    }
  }

  /**
   * @param placed of the family's children, in one run
   */
  static Why of(WishList wishes, List<Placement> placed, List<CutOff> cutOffs) {
    var given =
        placed.stream().flatMap(each -> Stream.ofNullable(each.choice())).findFirst().orElse(null);
    var choices = new ArrayList<Choice>();
    for (int rank = 1; rank <= wishes.choices().size(); rank++) {
      var options = options(wishes, rank, placed, cutOffs);
      if (!options.isEmpty()) {
        choices.add(new Choice(rank, outcome(rank, given, options), options));
      }
    }
    return new Why(List.copyOf(choices));
  }

  private static Outcome outcome(int rank, @Nullable Integer given, List<Option> options) {
    if (given != null && rank >= given) {
      return rank == given ? Outcome.GIVEN : Outcome.NOT_NEEDED;
    }
    return options.stream().allMatch(Option::getsIn) ? Outcome.NOT_TOGETHER : Outcome.BELOW_CUTOFF;
  }

  private static List<Option> options(
      WishList wishes, int rank, List<Placement> placed, List<CutOff> cutOffs) {
    var choice = wishes.choices().get(rank - 1);
    var options = new ArrayList<Option>();
    for (int child = 0; child < wishes.children().size(); child++) {
      var pool = choice.get(child);
      var id = wishes.children().get(child);
      placed.stream()
          .filter(each -> each.application().equals(id))
          .filter(each -> pool != null && each.priorities().containsKey(pool))
          .map(each -> option(each, String.valueOf(pool), cutOffs))
          .forEach(options::add);
    }
    return options;
  }

  private static Option option(Placement child, String pool, List<CutOff> cutOffs) {
    var priority = child.priorities().getOrDefault(pool, Integer.MAX_VALUE);
    var cutOff =
        cutOffs.stream()
            .filter(it -> it.place().equals(pool) && it.category().equals(child.category()))
            .findFirst()
            .orElse(null);
    return new Option(
        child.application(),
        pool,
        PriorityKey.of(priority),
        cutOff,
        cutOff == null || getsIn(priority, child.number(), cutOff));
  }

  /** Numbers are hex of one length, so their order is that of the texts. */
  static boolean getsIn(int priority, String number, CutOff cutOff) {
    var last = cutOff.priority();
    var lastNumber = cutOff.number();
    if (last == null || lastNumber == null) {
      return false;
    }
    return priority < last || (priority == last && number.compareTo(lastNumber) <= 0);
  }
}
