package city.huiwei.booking.matching;

import java.util.Arrays;

/** Who has a place on their list, in the place's order. */
final class Wanting {

  private final long[][] keys;
  private final boolean[] isSorted;

  Wanting(Numbered market) {
    var places = market.places().size();
    var sizes = new int[places];
    forEachEntry(market, (place, _) -> sizes[place]++);
    keys = new long[places][];
    Arrays.setAll(keys, place -> new long[sizes[place]]);
    forEachEntry(market, (place, key) -> keys[place][--sizes[place]] = key);
    isSorted = new boolean[places];
  }

  /** Their keys; a child that has the place in several choices is there as often. */
  long[] inOrder(int place) {
    if (!isSorted[place]) {
      Arrays.sort(keys[place]);
      isSorted[place] = true;
    }
    return keys[place];
  }

  private interface Entry {
    void accept(int place, long key);
  }

  private static void forEachEntry(Numbered market, Entry action) {
    for (int family = 0; family < market.families(); family++) {
      for (int choice = 0; market.hasChoice(family, choice); choice++) {
        for (int child = 0; child < market.size(family); child++) {
          var place = market.place(family, choice, child);
          if (place != Numbered.NOWHERE) {
            action.accept(place, market.key(family, choice, child));
          }
        }
      }
    }
  }
}
