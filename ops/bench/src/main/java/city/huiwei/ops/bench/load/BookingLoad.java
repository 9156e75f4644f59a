package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.People;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Stock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole path: many people book over booking-service's API. */
public final class BookingLoad implements Load {

  private static final int CONNECTIONS = 128;

  /** What is guessed before anything was measured, in bookings a second. */
  private static final double FIRST_GUESS = 1_000;

  private static final double RESERVE = 1.5;

  private final Settings settings;
  private final String name;
  private final boolean isHot;
  private final People people;
  private final Stock stock;
  private final Written confirmed;
  private final Written refused;
  private Path pools = Path.of("");
  private double perSecond = FIRST_GUESS;
  private boolean ranOut;

  public BookingLoad(Settings settings, String name, boolean isHot, People people, Stock stock) {
    this.settings = settings;
    this.name = name;
    this.isHot = isHot;
    this.people = people;
    this.stock = stock;
    var booking = new Database(settings, "booking");
    // Whoever was cut off by the end is confirmed later by the sweeper, and not in another's step.
    this.confirmed = new Written(booking, "booking", "status <> 'REFUSED'");
    this.refused = new Written(booking, "booking", "status = 'REFUSED'");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> drives() {
    return List.of("booking", "inventory");
  }

  @Override
  public boolean isWarmedUp() {
    return true;
  }

  /** Stays that so many seconds of it may take, by what was measured so far. */
  public long stays(Duration time) {
    return (long) (perSecond * RESERVE * time.toSeconds());
  }

  @Override
  public void prepare(int round) {
    people.reserve(stays(round == 0 ? settings.warmUp() : settings.time()));
    pools = isHot ? stock.hot(round) : stock.spread();
    confirmed.look();
    refused.look();
  }

  @Override
  public Answers drive(Duration time) {
    var heard =
        new Wrk(settings, "bookings.lua", settings.booking(), CONNECTIONS, words()).run(time);
    people.used(heard.count("next"));
    ranOut = heard.count("spent") > 0;
    var answers =
        new Answers(heard.count("201"), heard.seconds(), heard.latency(), heard.othersThan("201"));
    var requests = heard.count("requests") / heard.seconds();
    perSecond =
        ranOut ? 2 * perSecond : Math.max(requests, perSecond == FIRST_GUESS ? 0 : perSecond);
    return answers;
  }

  @Override
  public List<String> faults(Answers answers) {
    var faults = new ArrayList<String>();
    faults.addAll(confirmed.faults(name + ", confirmed", answers.done(), CONNECTIONS));
    // The only conflict in this load is a pool that is full, which is written as a refusal.
    faults.addAll(refused.faults(name + ", refused", answers.other("409"), CONNECTIONS));
    if (ranOut) {
      faults.add(name + ": ran out of people, so some asked in vain");
    }
    return faults;
  }

  private Map<String, String> words() {
    return Map.of(
        "TOKENS", people.file().toString(),
        "POOLS", pools.toString(),
        "FIRST_DAY", LocalDate.now(HoldLoad.CITY).toString(),
        "NEXT", "" + people.next());
  }
}
