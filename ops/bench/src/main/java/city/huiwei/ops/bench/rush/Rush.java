package city.huiwei.ops.bench.rush;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.Screen;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Stock;
import city.huiwei.ops.bench.city.Tokens;
import city.huiwei.ops.bench.figures.Latency;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A crowd, 3,000 unless said otherwise, asks for the same nights of a pool of 200 rooms in the same
 * instant: a release that opens at noon. Exactly 200 may be confirmed, and everybody must hear.
 */
public final class Rush {

  /** Pools, one after the other, each for nights of its own: a person may be in all of them. */
  public static final int RUSHES = 5;

  private static final int NIGHTS = 3;

  private final Settings settings;
  private final Tokens tokens;

  public Rush(Settings settings, Tokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /**
   * What came of all rushes.
   *
   * @param faults where not exactly the rooms were given
   */
  public record Outcome(String table, List<String> faults) {}

  public Outcome run() {
    Screen.say("rush", "%,d people sign in", settings.crowd());
    var people = tokens.ofNewGraduates(settings.crowd());
    var lines =
        new StringBuilder(
            "| rush | confirmed | no place left | other answers | last answer | answers |\n");
    lines.append("| --- | --- | --- | --- | --- | --- |\n");
    var faults = new ArrayList<String>();
    for (var number = 1; number <= RUSHES; number++) {
      var heard = new Crowd(settings.portBase(), requests(people, number)).ask();
      lines.append(line(number, heard));
      faults.addAll(faults(number, heard));
    }
    return new Outcome(lines.toString(), faults);
  }

  private List<String> requests(List<String> people, int number) {
    var from = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10 + (long) number * NIGHTS);
    var body =
        "{\"pool\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(Stock.rushPool(number), from, from.plusDays(NIGHTS));
    return people.stream().map(token -> request(token, body)).toList();
  }

  private String request(String token, String body) {
    return String.join(
        "\r\n",
        "POST /api/bookings HTTP/1.1",
        "Host: localhost:" + settings.portBase(),
        "Authorization: Bearer " + token,
        "Idempotency-Key: " + UUID.randomUUID(),
        "Content-Type: application/json",
        "Content-Length: " + body.length(),
        "",
        body);
  }

  private static String line(int number, List<Heard> heard) {
    var micros = heard.stream().mapToLong(Heard::micros).toArray();
    var last = heard.stream().mapToLong(Heard::micros).max().orElseThrow();
    var figures =
        "%d | %d | %d | %s | %,d ms | %s"
            .formatted(
                number,
                confirmed(heard),
                heard.stream().filter(Heard::isRefused).count(),
                others(heard),
                last / 1_000,
                Latency.of(micros));
    Screen.say("rush", "%s", figures);
    return "| " + figures + " |\n";
  }

  private List<String> faults(int number, List<Heard> heard) {
    var pool = Stock.rushPool(number);
    var held =
        new Database(settings, "inventory")
            .number(
                "select count(*) from hold where pool = '%s' and state = 'FIRM'".formatted(pool));
    var booked =
        new Database(settings, "booking")
            .number(
                "select count(*) from booking where pool = '%s' and status = 'CONFIRMED'"
                    .formatted(pool));
    var isRight =
        confirmed(heard) == Stock.RUSH_UNITS
            && held == Stock.RUSH_UNITS
            && booked == Stock.RUSH_UNITS;
    return isRight
        ? List.of()
        : List.of(
            "rush %d: %d rooms, %d confirmed, %d booked, %d held"
                .formatted(number, Stock.RUSH_UNITS, confirmed(heard), booked, held));
  }

  private static long confirmed(List<Heard> heard) {
    return heard.stream().filter(each -> each.status() == 201).count();
  }

  /** By status, 0 for no answer at all; empty when there are none. */
  private static String others(List<Heard> heard) {
    var counts = new TreeMap<Integer, Integer>();
    heard.stream()
        .filter(each -> each.status() != 201 && !each.isRefused())
        .forEach(each -> counts.merge(each.status(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(kind -> kind.getKey() + ": " + kind.getValue())
        .collect(Collectors.joining(", "));
  }
}
