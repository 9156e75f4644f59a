package city.huiwei.inventory.stock;

import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints what a search of the whole city costs in memory, without HTTP: 10,240 rooms and a million,
 * each in pools of 40, three nights of 180, every night of every pool taken in part. Its figures
 * stand in {@code ops/bench/RESULTS.md}; nothing is asserted, for machines differ.
 */
final class VacancyBoardFigures {

  private static final int ROOMS_A_POOL = 40;
  private static final int NIGHTS = 180;
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

  private VacancyBoardFigures() {}

  public static void main(String[] arguments) {
    for (int rooms : new int[] {10_240, 1_000_000}) {
      measure(rooms);
    }
  }

  private static void measure(int rooms) {
    var before = used();
    var board = board(rooms / ROOMS_A_POOL);
    var bytes = used() - before;
    var random = new Random(1);
    var micros = new double[2_000];
    int found = 0;
    for (int round = 0; round < micros.length; round++) {
      var from = TODAY.plusDays(random.nextInt(NIGHTS - 3));
      var start = System.nanoTime();
      found =
          board
              .search(
                  "graduate-housing",
                  null,
                  new Period(from, from.plusDays(3)),
                  true,
                  null,
                  Integer.MAX_VALUE)
              .size();
      micros[round] = (System.nanoTime() - start) / 1e3;
    }
    var warm = Arrays.copyOfRange(micros, micros.length / 2, micros.length);
    Arrays.sort(warm);
    System.out.printf(
        "%,9d rooms in %,6d pools: p50 %,.0f us, p99 %,.0f us, %,.1f MB; the last found %,d%n",
        rooms,
        rooms / ROOMS_A_POOL,
        warm[warm.length / 2],
        warm[warm.length * 99 / 100],
        bytes / 1e6,
        found);
  }

  private static VacancyBoard board(int pools) {
    var board =
        new VacancyBoard(
            1, TODAY, IntStream.range(0, pools).mapToObj(VacancyBoardFigures::place).toList());
    var random = new Random(2);
    for (int pool = 0; pool < pools; pool++) {
      for (int night = 0; night < NIGHTS; night += 3) {
        var from = TODAY.plusDays(night);
        board.count(code(pool), new Period(from, from.plusDays(3)), random.nextInt(ROOMS_A_POOL));
      }
    }
    return board;
  }

  private static Place place(int number) {
    return new Place(
        code(number),
        "site-" + number,
        new Name("站点" + number, "Site " + number),
        "op-home",
        "graduate-housing",
        "room",
        "baoan",
        "-",
        null,
        ROOMS_A_POOL,
        ROOMS_A_POOL,
        TODAY,
        TODAY.plusDays(1),
        Map.of("roomType", "studio"));
  }

  private static String code(int number) {
    return "site-%05d.studio".formatted(number);
  }

  private static long used() {
    for (int times = 0; times < 3; times++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
