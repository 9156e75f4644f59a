package city.huiwei.booking.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small batches at random, from a seed. */
final class Markets {

  static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  static final Wished NIGHT = new Wished("a", FIRST, FIRST.plusDays(1), 0, 1);
  private static final List<String> CATEGORIES = List.of("first-time", "this-year", "general");

  private Markets() {}

  static RoomLot lot(String pool, int nights, int rooms) {
    return RoomLot.same(pool, FIRST, nights, rooms);
  }

  /** Of two groups, together not more than there are rooms. */
  static SortedMap<String, Integer> reserves(Random random, int rooms) {
    var reserves = new TreeMap<String, Integer>();
    int first = random.nextInt(rooms + 1);
    int second = random.nextInt(rooms - first + 1);
    if (first > 0) {
      reserves.put(CATEGORIES.get(0), first);
    }
    if (second > 0) {
      reserves.put(CATEGORIES.get(1), second);
    }
    return reserves;
  }

  /** Everybody with the same wishes. */
  static List<Contender> people(Random random, int most, List<Wished> wishes) {
    return IntStream.rangeClosed(1, random.nextInt(most + 1))
        .mapToObj(rank -> contender(random, rank, wishes))
        .toList();
  }

  static Contender contender(Random random, int rank, List<Wished> wishes) {
    var category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    return new Contender("ticket-" + rank, rank, random.nextInt(1000), category, wishes);
  }

  /** Wishes for one or more nights of some of the pools, each once, in any order. */
  static List<Wished> wishes(Random random, List<String> pools, int nights) {
    var order = new ArrayList<>(pools);
    Collections.shuffle(order, random);
    return order.stream()
        .limit(1 + random.nextInt(pools.size()))
        .map(pool -> wish(random, pool, nights))
        .toList();
  }

  private static Wished wish(Random random, String pool, int nights) {
    int begin = random.nextInt(nights);
    int length = 1 + random.nextInt(nights - begin);
    var from = FIRST.plusDays(begin);
    return new Wished(
        pool, from, from.plusDays(length), random.nextInt(2), 1 + random.nextInt(length));
  }

  /** The ranks of those who have a room. */
  static List<Integer> placed(Placement placement) {
    return placement.decisions().stream()
        .filter(decision -> decision.given() != null)
        .map(decision -> decision.contender().rank())
        .sorted()
        .toList();
  }
}
