package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Stock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds over HTTP, as booking-service asks for them. */
final class HoldLoad implements Load {

  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private final Settings settings;
  private final Kind kind;
  private final Path token;
  private final Stock stock;
  private final Written held;
  private final Written refused;
  private Path pools = Path.of("");

  /**
   * How it asks.
   *
   * @param isHot whether all want the round's one pool, or any of a thousand
   * @param list holds in a request
   * @param addresses instances, among which the connections are shared
   */
  record Kind(String name, boolean isHot, int list, int connections, List<String> addresses) {

    int inFlight() {
      return connections * list;
    }
  }

  HoldLoad(Settings settings, Kind kind, Path token, Stock stock) {
    this.settings = settings;
    this.kind = kind;
    this.token = token;
    this.stock = stock;
    var inventory = new Database(settings, "inventory");
    this.held = new Written(inventory, "hold", "unit is not null");
    this.refused = new Written(inventory, "hold", "unit is null");
  }

  @Override
  public String name() {
    return kind.name();
  }

  @Override
  public List<String> drives() {
    return kind.addresses().size() == 1 ? List.of("inventory") : List.of("inventory", "second");
  }

  @Override
  public boolean isWarmedUp() {
    return true;
  }

  @Override
  public void prepare(int round) {
    pools = kind.isHot() ? stock.hot(round) : stock.spread();
    held.look();
    refused.look();
  }

  @Override
  public Answers drive(Duration time) {
    var share = kind.connections() / kind.addresses().size();
    var running =
        kind.addresses().stream()
            .map(address -> new Wrk(settings, "holds.lua", address, share, words()).start(time))
            .toList();
    var heard = WrkAnswers.together(running.stream().map(Wrk.Running::finish).toList());
    var others = new TreeMap<>(heard.othersThan("200"));
    Stream.of("refused", "unanswered")
        .filter(kind -> heard.count(kind) > 0)
        .forEach(kind -> others.put(kind, heard.count(kind)));
    return new Answers(heard.count("held"), heard.seconds(), heard.latency(), others);
  }

  @Override
  public List<String> faults(Answers answers) {
    return Stream.of(
            held.faults(name() + ", held", answers.done(), kind.inFlight()),
            refused.faults(name() + ", refused", answers.other("refused"), kind.inFlight()))
        .flatMap(List::stream)
        .toList();
  }

  private Map<String, String> words() {
    return Map.of(
        "TOKENS", token.toString(),
        "POOLS", pools.toString(),
        "FIRST_DAY", LocalDate.now(CITY).toString(),
        "LIST", "" + kind.list());
  }
}
