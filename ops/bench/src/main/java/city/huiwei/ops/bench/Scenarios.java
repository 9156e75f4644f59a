package city.huiwei.ops.bench;

import city.huiwei.ops.bench.city.BenchCity;
import city.huiwei.ops.bench.city.Beside;
import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.LargeTable;
import city.huiwei.ops.bench.city.People;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Stock;
import city.huiwei.ops.bench.city.Tokens;
import city.huiwei.ops.bench.figures.Control;
import city.huiwei.ops.bench.load.BookingLoad;
import city.huiwei.ops.bench.load.Load;
import city.huiwei.ops.bench.load.Loads;
import city.huiwei.ops.bench.load.Rounds;
import city.huiwei.ops.bench.rush.Rush;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked of the bench, each on a fresh city. */
final class Scenarios {

  private static final String DOUBLY_HELD =
      """
      select count(*) from (
        select lower(period) < max(coalesce(upper(period), 'infinity')) over (
          partition by site, unit order by lower(period), hold
          rows between unbounded preceding and 1 preceding) as is_taken
        from hold where state in ('TIMED', 'FIRM')) as live
      where is_taken
      """;

  private final Settings settings;
  private final BenchCity city;
  private final Report report;
  private final Database inventory;
  private final Tokens tokens;
  private final Stock stock;
  private final Loads loads;

  Scenarios(Settings settings, BenchCity city, Report report) {
    this.settings = settings;
    this.city = city;
    this.report = report;
    this.inventory = new Database(settings, "inventory");
    this.tokens = new Tokens(settings.signIn());
    this.stock = new Stock(inventory, settings.target());
    var people = new People(tokens, settings.target().resolve("people.txt"));
    this.loads = new Loads(settings, stock, people, serviceToken());
  }

  void roundsAndRush() {
    stock.make(settings.rounds(), Rush.RUSHES);
    measureRounds();
    report.add(new Rush(settings, tokens).run());
  }

  void rounds() {
    stock.make(settings.rounds(), 0);
    measureRounds();
  }

  void rush() {
    stock.make(0, Rush.RUSHES);
    rounds(city.processes(), List.of(), loads.bookings()).warmUp();
    report.add(new Rush(settings, tokens).run());
  }

  /** One instance of inventory-service against two, for the same connections. */
  void twoInstances() {
    stock.make(settings.rounds(), 0);
    Database.create(settings, "yardstick");
    try (var second = Beside.secondInventory(settings)) {
      var processes = with("second", second);
      var rounds = rounds(processes, loads.limits(), loads.holdsOnOneAndTwo());
      rounds.warmUp();
      report.add("One instance and two", rounds.run(0));
    }
    var doublyHeld = inventory.number(DOUBLY_HELD);
    report.add("Units held twice for a night: " + doublyHeld);
    if (doublyHeld > 0) {
      report.addFault("two instances: %d units are held twice".formatted(doublyHeld));
    }
  }

  /** The same holds with nothing else in the table, and with millions of other pools' holds. */
  void largeTable() {
    stock.make(settings.rounds() * 2, 0);
    Database.create(settings, "yardstick");
    var small = rounds(city.processes(), loads.limits(), loads.hotHolds());
    small.warmUp();
    var before = small.run(0);
    report.add("No other holds", before);
    var other = new LargeTable(inventory).fill(settings.rows());
    var large = rounds(city.processes(), loads.limits(), loads.hotHolds());
    var after = large.run(settings.rounds());
    report.add("%,d other holds".formatted(other), after);
    for (var n = 0; n < before.controls().size(); n++) {
      var first = before.controls().get(n);
      report.add(
          new Control(first.name() + ", across", first.first(), after.controls().get(n).last()));
    }
  }

  /** The whole city's rooms, with the sample stock. */
  void search() {
    var rooms =
        "select count(*) from unit join site using (site) where programme = 'graduate-housing'";
    report.add("Rooms in the city: " + inventory.text(rooms));
    var rounds = rounds(city.processes(), List.of(), loads.searches());
    rounds.warmUp();
    report.add("Search over HTTP", rounds.run(0));
  }

  private void measureRounds() {
    Database.create(settings, "yardstick");
    try (var comparator = Beside.comparator(settings)) {
      var bookings = loads.bookings();
      var all = new ArrayList<Load>();
      all.addAll(loads.batchLimits());
      all.addAll(loads.holds());
      all.addAll(bookings);
      all.addAll(loads.empty());
      all.addAll(loads.locks());
      var rounds = rounds(with("comparator", comparator), loads.limits(), all);
      rounds.warmUp();
      loads.people().reserve(stays(bookings));
      report.add("Rounds", rounds.run(0));
    }
  }

  /** All stays that the rounds may need, so that nobody signs in between them. */
  private long stays(List<BookingLoad> bookings) {
    return settings.rounds()
        * bookings.stream().mapToLong(load -> load.stays(settings.time())).sum();
  }

  private Rounds rounds(
      Map<String, ProcessHandle> processes, List<Load> yardsticks, List<? extends Load> others) {
    return new Rounds(settings, processes, yardsticks, others);
  }

  private Map<String, ProcessHandle> with(String name, Beside beside) {
    var processes = new LinkedHashMap<>(city.processes());
    processes.put(name, beside.process());
    return processes;
  }

  private Path serviceToken() {
    try {
      var file = settings.target().resolve("service-token.txt");
      return Files.writeString(file, tokens.ofBookingService() + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
