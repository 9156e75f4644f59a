package city.huiwei.inventory.intake;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.stockfile.StockFile;
import io.r2dbc.spi.Readable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stock there is, written as a file in whatever way, is the same stock once taken over.
 */
class RandomStockTest {

  private static StockRoom room;

  @BeforeAll
  static void start() {
    room = new StockRoom().withSites();
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  /** A cell in one of the ways people write it, and what it means. */
  private record Cell(String written, String means) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void writtenAndReadIsTheSame(long seed) {
    var random = new Random(seed);
    Statements.run(room.database, "truncate pool, unit cascade");
    var expected = new ArrayList<Map<String, String>>();
    var lines = new ArrayList<List<String>>();
    for (int n = 0; n < 300; n++) {
      addRoom(random, n, lines, expected);
    }
    var content = file(random, lines);
    var found = room.bring(UUID.randomUUID(), StockFile.GRADUATE_ROOMS, null, content);
    var report = requireNonNull(found.report());
    assertThat(report.problems()).isEmpty();
    assertThat(report.counts()).isEqualTo(new Report.Counts(300, 0, 0, 0));
    assertThat(stock()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void addRoom(
      Random random, int n, List<List<String>> lines, List<Map<String, String>> expected) {
    var site = pick(random, "gh-001", "gh-002", "gh-003");
    var unit = site + "-" + Integer.toString(n, 36);
    var type =
        pick(
            random,
            new Cell("studio", "studio"),
            new Cell(" 单间", "studio"),
            new Cell("One-Bedroom", "one-bedroom"),
            new Cell("合租房间 ", "shared-flat-room"));
    var floor = random.nextInt(-3, 151);
    var tenths = random.nextInt(40, 4001);
    var area = tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    var wheelchair =
        pick(
            random,
            new Cell("yes", "true"),
            new Cell("是", "true"),
            new Cell("NO", "false"),
            new Cell("否", "false"));
    lines.add(
        List.of(
            random.nextBoolean() ? unit : fullWidth(unit),
            site,
            type.written(),
            random.nextBoolean() ? "" + floor : floor + ".0",
            random.nextBoolean() ? area : fullWidth(area),
            wheelchair.written()));
    expected.add(
        new TreeMap<>(
            Map.of(
                "unit",
                unit,
                "site",
                site,
                "pool",
                site + "." + type.means(),
                "roomType",
                type.means(),
                "floor",
                "" + floor,
                "areaSquareMetres",
                area,
                "wheelchairAccessible",
                wheelchair.means())));
  }

  private static byte[] file(Random random, List<List<String>> lines) {
    var order = new ArrayList<>(IntStream.range(0, 6).boxed().toList());
    Collections.shuffle(order, random);
    var header =
        random.nextBoolean()
            ? List.of("unit", "site", "room_type", "floor", "area_m2", "wheelchair_accessible")
            : List.of("房间编号", "站点编号", "房型", "楼层", "面积", "无障碍");
    var separator = pick(random, ",", ";", "\t");
    var end = pick(random, "\n", "\r\n");
    var all = new ArrayList<List<String>>();
    all.add(header);
    Collections.shuffle(lines, random);
    all.addAll(lines);
    var text =
        all.stream()
            .map(line ->
                order.stream()
                    .map(line::get)
                    .map(cell -> random.nextInt(4) == 0 ? '"' + cell + '"' : cell)
                    .collect(joining(separator)))
            .collect(joining(end));
    var encoding = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    return (text + (random.nextBoolean() ? end : "")).getBytes(encoding);
  }

  private static List<Map<String, String>> stock() {
    var units = new TreeMap<String, Map<String, String>>();
    room.database
        .sql(
            """
            select unit, f.key, f.value from unit u join pool p using (site, pool),
              lateral jsonb_each_text(
                p.features || u.features
                  || jsonb_build_object('unit', unit, 'site', site, 'pool', pool)) f
            """)
        .map(row -> {
          units
              .computeIfAbsent(text(row, "unit"), _ -> new TreeMap<>())
              .put(text(row, "key"), text(row, "value"));
          return true;
        })
        .all()
        .then()
        .block();
    return List.copyOf(units.values());
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static String fullWidth(String text) {
    return text.chars()
        .mapToObj(c -> String.valueOf((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)))
        .collect(joining());
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
