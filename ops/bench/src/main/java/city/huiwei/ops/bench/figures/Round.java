package city.huiwei.ops.bench.figures;

import java.util.Map;

/** Every step once, each by its name, one shortly after the other. */
public record Round(Map<String, Measured> steps) {

  public Measured step(String name) {
    var measured = steps.get(name);
    if (measured == null) {
      throw new IllegalArgumentException("No step is called " + name + " but " + steps.keySet());
    }
    return measured;
  }

  /** How much of another step's throughput this one reached in the same round. */
  double ratio(String name, String yardstick) {
    return step(name).perSecond() / step(yardstick).perSecond();
  }
}
