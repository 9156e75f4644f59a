package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Stock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The comparator: a lock and a transaction a request. */
final class LockLoad implements Load {

  private static final int CONNECTIONS = 64;

  private final Settings settings;
  private final String name;
  private final boolean isHot;
  private final Database database;
  private final Written booked;

  LockLoad(Settings settings, String name, boolean isHot) {
    this.settings = settings;
    this.name = name;
    this.isHot = isHot;
    this.database = new Database(settings, "comparator");
    this.booked = new Written(database, "yardstick.booking", "true");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> drives() {
    return List.of("comparator");
  }

  @Override
  public boolean isWarmedUp() {
    return true;
  }

  @Override
  public void prepare(int round) {
    database.runFile(settings.folder().resolve("limit/schema.sql"));
    booked.look();
  }

  @Override
  public Answers drive(Duration time) {
    var words = Map.of("POOL_COUNT", isHot ? "1" : "" + Stock.SPREAD_POOLS);
    var address = Settings.localhost(settings.comparatorPort());
    var heard = new Wrk(settings, "lock.lua", address, CONNECTIONS, words).run(time);
    return new Answers(
        heard.count("201"), heard.seconds(), heard.latency(), heard.othersThan("201"));
  }

  @Override
  public List<String> faults(Answers answers) {
    return booked.faults(name, answers.done(), CONNECTIONS);
  }
}
