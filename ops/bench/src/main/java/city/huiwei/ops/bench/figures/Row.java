package city.huiwei.ops.bench.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A step over all rounds.
 *
 * @param perSecond the median over the rounds, as are {@code p50Micros} and {@code p99Micros}
 * @param ratios to each yardstick, in their order: medians of the ratios of the same round
 * @param cpuMicros for one booking, by process
 * @param others answers of all rounds that are not what was asked for, by kind
 * @param memory what the processes it drives keep resident after the last round, as text
 */
public record Row(
    String name,
    double perSecond,
    double p50Micros,
    double p99Micros,
    List<Double> ratios,
    Map<String, Double> cpuMicros,
    Map<String, Long> others,
    String memory) {

  /** At least one round. */
  public static Row of(String name, List<Round> rounds, List<String> yardsticks, String memory) {
    return new Row(
        name,
        Medians.of(rounds, round -> round.step(name).perSecond()),
        Medians.of(rounds, round -> round.step(name).latency().p50Micros()),
        Medians.of(rounds, round -> round.step(name).latency().p99Micros()),
        yardsticks.stream()
            .map(yardstick -> Medians.of(rounds, round -> round.ratio(name, yardstick)))
            .toList(),
        cpuMicros(rounds.stream().map(round -> round.step(name)).toList()),
        others(rounds.stream().map(round -> round.step(name)).toList()),
        memory);
  }

  private static Map<String, Long> others(List<Measured> steps) {
    return steps.stream()
        .flatMap(step -> step.others().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  /** Over all rounds together, so that the parts add up. */
  private static Map<String, Double> cpuMicros(List<Measured> steps) {
    var done = steps.stream().mapToLong(Measured::done).sum();
    return steps.getFirst().cpuSeconds().keySet().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                process ->
                    1e6
                        * steps.stream().mapToDouble(step -> step.cpuSeconds().get(process)).sum()
                        / done,
                (one, _) -> one,
                LinkedHashMap::new));
  }
}
