package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Questions that write nothing, to booking-service.
 *
 * @param script {@code get.lua} or {@code search.lua}
 */
record GetLoad(
    Settings settings,
    String name,
    List<String> drives,
    String script,
    int connections,
    Map<String, String> words)
    implements Load {

  @Override
  public boolean isWarmedUp() {
    return true;
  }

  @Override
  public void prepare(int round) {}

  /** Where answers are not counted by status, all that did not fail are as they should be. */
  @Override
  public Answers drive(Duration time) {
    var heard = new Wrk(settings, script, settings.booking(), connections, words).run(time);
    var done = heard.count("requests") - heard.count("failed");
    var others = new TreeMap<>(heard.othersThan("200"));
    if (heard.count("failed") > 0) {
      others.put("not as asked", heard.count("failed"));
    }
    return new Answers(done, heard.seconds(), heard.latency(), others);
  }

  @Override
  public List<String> faults(Answers answers) {
    return List.of();
  }
}
