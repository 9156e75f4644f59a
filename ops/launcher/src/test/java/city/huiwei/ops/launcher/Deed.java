package city.huiwei.ops.launcher;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One thing somebody does in the storm. Numbers are taken modulo what there is of the kind. */
sealed interface Deed {

  /** How a wish is sent again with the same key although nothing went wrong. */
  enum Again {
    NO,
    AFTERWARDS,
    AT_ONCE
  }

  /**
   * @param first days from today
   */
  record Book(int person, String roomType, int first, int nights, Again again) implements Deed {}

  record Cancel(int booking) implements Deed {}

  record CheckIn(int arrival) implements Deed {}

  record Depart(int arrival) implements Deed {}

  record NoShow(int arrival) implements Deed {}

  /** An operator takes a unit for a while. */
  record Block(int unit, int first, int nights) implements Deed {}

  record Unblock(int block) implements Deed {}

  /** The site's rooms are imported anew, some more or fewer or of another type. */
  record Import(long seed) implements Deed {}

  /**
   * What the seed has at this place of the plan: the same for ever.
   *
   * @param number counts the deeds
   */
  static Deed of(long seed, int number) {
    var random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
    int any = random.nextInt(Integer.MAX_VALUE);
    int kind = random.nextInt(1_000);
    if (kind < 570) {
      return book(random, any);
    } else if (kind < 810) {
      return new Cancel(any);
    } else if (kind < 880) {
      return new CheckIn(any);
    } else if (kind < 920) {
      return new Depart(any);
    } else if (kind < 935) {
      return new NoShow(any);
    } else if (kind < 965) {
      return new Block(any, random.nextInt(StormSite.NIGHTS), random.nextInt(1, 5));
    } else if (kind < 992) {
      return new Unblock(any);
    }
    return new Import(random.nextLong());
  }

  /** A quarter of all stays begin today, so that somebody checks in. */
  private static Book book(RandomGenerator random, int person) {
    var first = random.nextInt(4) == 0 ? 0 : random.nextInt(StormSite.NIGHTS);
    var type = StormSite.ROOM_TYPES.get(random.nextInt(StormSite.ROOM_TYPES.size()));
    var again =
        switch (random.nextInt(20)) {
          case 0 -> Again.AFTERWARDS;
          case 1, 2 -> Again.AT_ONCE;
          default -> Again.NO;
        };
    return new Book(person, type, first, random.nextInt(1, 7), again);
  }
}
