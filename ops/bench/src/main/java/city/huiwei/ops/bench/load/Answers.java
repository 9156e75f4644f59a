package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.figures.Latency;
import java.util.Map;

/**
 * What a load heard.
 *
 * @param done what was asked for and given
 * @param others all other answers, and connections that failed, by kind; none where all went well
 */
public record Answers(long done, double seconds, Latency latency, Map<String, Long> others) {

  long other(String kind) {
    return others.getOrDefault(kind, 0L);
  }
}
