package city.huiwei.booking.matching;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Families propose, places keep the best, and whoever has to go proposes again: deferred acceptance
 * (Gale and Shapley 1962). Brothers and sisters propose together and go together; the places that
 * they leave are offered to those who would rather have them (Roth and Vande Vate 1990).
 */
final class Proposals {

  /** Waits for its turn to propose. */
  private static final int WAITING = Integer.MAX_VALUE;

  /** Has proposed everything. */
  static final int UNPLACED = WAITING - 1;

  /**
   * Brothers and sisters who had to leave a choice so often are not given it again until all are
   * placed: they would go round in a circle with others.
   */
  private static final int MOST_RETURNS = 1;

  private final Numbered market;
  private final Roll[] rolls;
  private final Admission admission;
  // The number of the choice that a family has.
  private final int[] held;
  // How often a family of several had to leave a choice, by the choice's first entry.
  private final Map<Integer, Integer> returns = new HashMap<>();
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final LinkedHashSet<Integer> left = new LinkedHashSet<>();

  Proposals(Numbered market) {
    this.market = market;
    rolls = market.places().stream().map(place -> new Roll(market, place)).toArray(Roll[]::new);
    admission = new Admission(market, rolls);
    held = new int[market.families()];
    Arrays.fill(held, WAITING);
  }

  /** The best choice that the family would rather have and that would be kept, or what it has. */
  int better(int family) {
    returns.clear();
    return betterOpen(family);
  }

  /** Who would rather have something that would rather have them, in ballot order. */
  int[] blocked() {
    return IntStream.range(0, held.length)
        .filter(family -> better(family) != held[family])
        .toArray();
  }

  private int betterOpen(int family) {
    var before = held[family];
    // A single child's own place is not among the better ones; of several one may take another's.
    if (before == UNPLACED || market.size(family) == 1) {
      return bestKept(family, 0, before);
    }
    withdraw(family, before);
    var better = bestKept(family, 0, before);
    restore(family, before);
    return better;
  }

  Roll roll(int place) {
    return rolls[place];
  }

  /** The choice that the family has, or {@link #UNPLACED}. */
  int held(int family) {
    return held[family];
  }

  /**
   * Places all families with one child.
   *
   * @return how often those without a place asked in turn
   */
  int placeSingles() {
    var asking = market.withOneChild(true);
    // A place never takes back whom it refused: who had to go asks for the next.
    var next = new int[market.families()];
    int rounds = 0;
    while (asking.length > 0) {
      rounds++;
      for (var family : asking) {
        propose(family, next[family]);
        next[family] = held[family] + 1;
      }
      asking = waiting.stream().mapToInt(Integer::intValue).toArray();
      waiting.clear();
    }
    return rounds;
  }

  /** Places families with several children in this order, and all who have to go for them. */
  void placeSiblings(int[] siblings, Wanting wanting) {
    descend(siblings);
    settle(wanting);
  }

  /** Gives those who are blocked what they would rather have, and places all who have to go. */
  void tryAgain(int[] blocked, Wanting wanting) {
    returns.clear();
    for (var family : blocked) {
      improve(family);
      settle(wanting);
    }
  }

  private void settle(Wanting wanting) {
    while (!waiting.isEmpty() || !left.isEmpty()) {
      if (left.isEmpty()) {
        propose(waiting.remove(), 0);
      } else {
        offerAgain(left.getFirst(), wanting.inOrder(left.removeFirst()));
      }
    }
  }

  /**
   * First everybody only goes down their list, as often as they have to. What is left meanwhile is
   * offered afterwards: at once it would be given and taken back over and over.
   */
  private void descend(int[] siblings) {
    var next = new int[market.families()];
    IntStream.of(siblings).forEach(waiting::add);
    while (!waiting.isEmpty()) {
      var family = waiting.remove();
      propose(family, next[family]);
      next[family] = held[family] + 1;
    }
    returns.clear();
  }

  private void propose(int family, int from) {
    var choice = bestKept(family, from, UNPLACED);
    if (choice == UNPLACED) {
      held[family] = UNPLACED;
    } else {
      take(family, choice);
    }
  }

  /** The best choice of those from one to another in which all children would be kept. */
  private int bestKept(int family, int from, int to) {
    for (int choice = from; choice < to && market.hasChoice(family, choice); choice++) {
      if (isOpen(family, choice) && admission.wouldKeep(family, choice)) {
        return choice;
      }
    }
    return to;
  }

  private boolean isOpen(int family, int choice) {
    return market.size(family) == 1
        || returns.getOrDefault(market.entry(family, choice), 0) < MOST_RETURNS;
  }

  private void take(int family, int choice) {
    held[family] = choice;
    for (int child = 0; child < market.size(family); child++) {
      var place = market.place(family, choice, child);
      if (place != Numbered.NOWHERE) {
        var gone = admission.add(rolls[place], family, choice, child);
        if (gone != Roll.NOBODY) {
          sendAway(Numbered.childOf(gone));
        }
      }
    }
  }

  /** A child had to go, and its brothers and sisters go with it. */
  private void sendAway(int gone) {
    var family = market.familyOf(gone);
    var choice = held[family];
    held[family] = WAITING;
    waiting.add(family);
    if (market.size(family) > 1) {
      returns.merge(market.entry(family, choice), 1, Integer::sum);
    }
    for (int child = 0; child < market.size(family); child++) {
      if (market.firstChild(family) + child != gone) {
        admission.remove(family, choice, child);
        left.add(market.place(family, choice, child));
      }
    }
    left.remove(Numbered.NOWHERE);
  }

  private void offerAgain(int place, long[] keys) {
    for (var key : keys) {
      if (!rolls[place].mayKeepFrom(key)) {
        return;
      }
      var family = market.familyOf(Numbered.childOf(key));
      if (held[family] != WAITING && mayImprove(family, place, key)) {
        improve(family);
      }
    }
  }

  /** Cheap, and never wrong when it says no. */
  private boolean mayImprove(int family, int place, long key) {
    var child = Numbered.childOf(key) - market.firstChild(family);
    int choice = 0;
    while (choice < held[family]
        && market.hasChoice(family, choice)
        && market.place(family, choice, child) != place) {
      choice++;
    }
    return choice < held[family]
        && market.hasChoice(family, choice)
        && (market.size(family) > 1 || rolls[place].wouldKeep(market.category(family), key));
  }

  /** Moves the family to a better choice, if there is one now. */
  private void improve(int family) {
    var better = betterOpen(family);
    var before = held[family];
    if (better != before) {
      if (before != UNPLACED) {
        withdraw(family, before);
        forEachPlace(family, before, left::add);
      }
      take(family, better);
    }
  }

  /** Nobody has come meanwhile, so nobody has to go. */
  private void restore(int family, int choice) {
    for (int child = 0; child < market.size(family); child++) {
      var place = market.place(family, choice, child);
      if (place != Numbered.NOWHERE) {
        admission.add(rolls[place], family, choice, child);
      }
    }
  }

  private void withdraw(int family, int choice) {
    for (int child = 0; child < market.size(family); child++) {
      admission.remove(family, choice, child);
    }
  }

  private void forEachPlace(int family, int choice, IntConsumer action) {
    for (int child = 0; child < market.size(family); child++) {
      var place = market.place(family, choice, child);
      if (place != Numbered.NOWHERE) {
        action.accept(place);
      }
    }
  }
}
