package city.huiwei.ops.bench.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bench's own stock in the database {@code inventory}: hot pools, one a round, too large to
 * sell out; a thousand pools of 100 units on sites of their own; pools of exactly 200 units for
 * rushes.
 */
public record Stock(Database inventory, Path folder) {

  public static final int SPREAD_POOLS = 1_000;

  /** Rooms in a pool that a rush is for. */
  public static final int RUSH_UNITS = 200;

  private static final int SPREAD_UNITS = 100;
  private static final int HOT_UNITS = 20_000;

  /** Makes it all; hot pools from 0, which the warm-up uses, to {@code rounds}. */
  public void make(int rounds, int rushes) {
    Screen.say("stock", "a hot pool a round, a thousand others");
    inventory.run(
        """
        insert into operator (operator, name_zh, name_en, programme)
        values ('op-bench', '试验台', 'Bench', 'graduate-housing')
        """);
    add("hot", 0, rounds, HOT_UNITS);
    add("spread", 1, SPREAD_POOLS, SPREAD_UNITS);
    if (rushes > 0) {
      add("rush", 1, rushes, RUSH_UNITS);
    }
    inventory.run("vacuum analyze");
  }

  /** A file that names the pools of a step, one a line. */
  public Path hot(int round) {
    return write("hot-" + round, List.of(hotPool(round)));
  }

  public Path spread() {
    return write(
        "spread", IntStream.rangeClosed(1, SPREAD_POOLS).mapToObj(n -> pool("spread", n)).toList());
  }

  public static String hotPool(int round) {
    return pool("hot", round);
  }

  public static String rushPool(int number) {
    return pool("rush", number);
  }

  private static String pool(String kind, int number) {
    return "bench-%s-%04d.studio".formatted(kind, number);
  }

  /** Sites, each with one pool of so many units. */
  private void add(String kind, int first, int last, int units) {
    var numbers = "generate_series(%d, %d) n".formatted(first, last);
    var site = "'bench-%s-' || to_char(n, 'FM0000')".formatted(kind);
    inventory.run(
        """
        insert into site (site, operator, programme, name_zh, name_en, district, address)
        select %s, 'op-bench', 'graduate-housing', '试验', 'Bench', 'baoan', '-' from %s
        """
            .formatted(site, numbers),
        """
        insert into pool (site, pool, kind, features)
        select %1$s, %1$s || '.studio', 'room', '{"roomType": "studio"}' from %2$s
        """
            .formatted(site, numbers),
        """
        insert into unit (site, unit, pool, features)
        select %1$s, %1$s || '-' || to_char(u, 'FM00000'), %1$s || '.studio', '{}'
        from %2$s, generate_series(1, %3$d) u
        """
            .formatted(site, numbers, units));
  }

  private Path write(String name, List<String> pools) {
    try {
      return Files.write(folder.resolve("pools-" + name + ".txt"), pools);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
