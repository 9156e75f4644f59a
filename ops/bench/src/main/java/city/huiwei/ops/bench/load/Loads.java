package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.People;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Stock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The loads by the names they have in the table.
 *
 * @param serviceToken a file with booking-service's token
 */
public record Loads(Settings settings, Stock stock, People people, Path serviceToken) {

  public static final String LIMIT_HOT = "limit hot";
  public static final String LIMIT_SPREAD = "limit spread";

  /** Holds in a request, the way booking-service asks. */
  private static final int LIST = 64;

  /** As many as one lane, or all of them, have in flight and waiting: more would only queue. */
  private static final int HOT_LISTS = 6;

  private static final int SPREAD_LISTS = 4;
  private static final int CONNECTIONS = 64;

  public List<Load> limits() {
    return List.of(limit(LIMIT_HOT, "hot.sql", 1), limit(LIMIT_SPREAD, "spread.sql", 1));
  }

  public List<Load> batchLimits() {
    return List.of(
        limit("batch limit hot", "batch-hot.sql", 128),
        limit("batch limit spread", "batch-spread.sql", 128));
  }

  public List<Load> holds() {
    var inventory = List.of(settings.inventory());
    return List.of(
        holds("holds of 64, hot", true, LIST, inventory),
        holds("holds of 64, spread", false, LIST, inventory),
        holds("holds of 1, hot", true, 1, inventory),
        holds("holds of 1, spread", false, 1, inventory));
  }

  /** The same load on one instance and on two. */
  public List<Load> holdsOnOneAndTwo() {
    var one = List.of(settings.inventory());
    var two = List.of(settings.inventory(), Settings.localhost(settings.secondInventoryPort()));
    return List.of(
        holds("one instance, hot", true, LIST, one),
        holds("two instances, hot", true, LIST, two),
        holds("one instance, spread", false, LIST, one),
        holds("two instances, spread", false, LIST, two));
  }

  /** What a large table might slow down. */
  public List<Load> hotHolds() {
    return List.of(
        holds("holds of 64, hot", true, LIST, List.of(settings.inventory())),
        holds("holds of 1, hot", true, 1, List.of(settings.inventory())));
  }

  public List<BookingLoad> bookings() {
    return List.of(
        new BookingLoad(settings, "whole path, hot", true, people, stock),
        new BookingLoad(settings, "whole path, spread", false, people, stock));
  }

  public List<Load> empty() {
    return List.of(
        empty("empty endpoint, open", false, false),
        empty("the same, answers counted", false, true),
        empty("empty endpoint, signed in", true, true));
  }

  public List<Load> locks() {
    return List.of(
        new LockLoad(settings, "lock per request, hot", true),
        new LockLoad(settings, "lock per request, spread", false));
  }

  public List<Load> searches() {
    return List.of(search("search the city, 1 asks", 1), search("search the city, 16 ask", 16));
  }

  private Load limit(String name, String script, int bookings) {
    return new Pgbench(settings, new Database(settings, "yardstick"), name, script, bookings);
  }

  private Load holds(String name, boolean isHot, int list, List<String> addresses) {
    var connections = list == 1 ? CONNECTIONS : isHot ? HOT_LISTS : SPREAD_LISTS;
    var kind = new HoldLoad.Kind(name, isHot, list, connections, addresses);
    return new HoldLoad(settings, kind, serviceToken, stock);
  }

  private Load empty(String name, boolean signedIn, boolean counted) {
    var words =
        Map.of(
            "TOKENS",
            people.file().toString(),
            "SIGNED_IN",
            "" + signedIn,
            "COUNTED",
            "" + counted,
            "PATH_ASKED",
            "/api/programmes");
    return new GetLoad(settings, name, List.of("booking"), "get.lua", CONNECTIONS, words);
  }

  private Load search(String name, int connections) {
    var words = Map.of("FIRST_DAY", LocalDate.now(HoldLoad.CITY).toString());
    return new GetLoad(
        settings, name, List.of("booking", "inventory"), "search.lua", connections, words);
  }
}
