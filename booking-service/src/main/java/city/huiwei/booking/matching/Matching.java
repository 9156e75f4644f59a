package city.huiwei.booking.matching;

import city.huiwei.booking.matching.Matched.Coalition;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The engine: families with one child first, then those with several in ballot order. The same
 * market gives the same result, in whatever order it is written down. Among families with one child
 * nobody would rather have a place that would rather have them, nobody gets more by another list,
 * and no place stays empty that one of them wants.
 */
public final class Matching {

  /** Who is still blocked then is told. */
  private static final int MOST_TRIES = 20;

  private final Numbered market;

  private Matching(Numbered market) {
    this.market = market;
  }

  /**
   * @throws IllegalArgumentException for a market with a fault; {@link MarketFaults} names them
   */
  public static Matched of(Market market) {
    return new Matching(new Numbered(market)).match();
  }

  private Matched match() {
    var made = new Proposals(market);
    int rounds = made.placeSingles();
    var siblings = market.withOneChild(false);
    if (siblings.length == 0) {
      return matched(made, siblings, rounds);
    }
    var wanting = new Wanting(market);
    made.placeSiblings(siblings, wanting);
    var blocked = made.blocked();
    for (int tries = 0; blocked.length > 0 && tries < MOST_TRIES; tries++) {
      made.tryAgain(blocked, wanting);
      blocked = made.blocked();
      rounds++;
    }
    return matched(made, blocked, rounds + 1);
  }

  private Matched matched(Proposals made, int[] blocked, int rounds) {
    var blocking =
        IntStream.of(blocked)
            .mapToObj(family ->
                new Coalition(
                    market.family(family).id(), market.named(family, made.better(family))))
            .toList();
    return new Matched(placed(made), blocking, CutOffs.of(market, made), rounds);
  }

  private Map<String, String> placed(Proposals made) {
    var placed = new HashMap<String, String>();
    for (int family = 0; family < market.families(); family++) {
      if (made.held(family) != Proposals.UNPLACED) {
        var children = market.family(family).children();
        var places = market.named(family, made.held(family));
        for (int child = 0; child < children.size(); child++) {
          if (places.get(child) != null) {
            placed.put(children.get(child).id(), places.get(child));
          }
        }
      }
    }
    return placed;
  }
}
