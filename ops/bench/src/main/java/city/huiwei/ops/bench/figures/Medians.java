package city.huiwei.ops.bench.figures;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians over rounds. */
public final class Medians {

  private Medians() {}

  /** The one in the middle, or the mean of the two there. */
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    var middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double of(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return of(rounds.stream().mapToDouble(figure).toArray());
  }
}
