package city.huiwei.console.fullness;

import city.huiwei.inventory.contract.OccupancyMonths;
import java.util.List;
import java.util.stream.IntStream;

/** A year of months as a picture of bars, from zero to all, and as the table beside it. */
record Trend(List<Bar> bars) {

  static final int HEIGHT = 120;

  private static final int STEP = 44;

  /**
   * @param x where the bar stands, in the picture's own units
   * @param height of the bar; {@code top} is what is left above it
   */
  record Bar(String month, long percent, long taken, long nights, int x, int top, int height) {

    /** As it is written below the bar. */
    public String label() {
      return month.substring(5);
    }
  }

  static Trend of(OccupancyMonths months) {
    var all = months.months();
    return new Trend(IntStream.range(0, all.size()).mapToObj(at -> bar(all.get(at), at)).toList());
  }

  public int width() {
    return bars.size() * STEP;
  }

  private static Bar bar(OccupancyMonths.Month month, int at) {
    var percent = month.nights() == 0 ? 0 : Math.min(100, month.taken() * 100 / month.nights());
    var height = Math.toIntExact(percent * HEIGHT / 100);
    return new Bar(
        month.month(), percent, month.taken(), month.nights(), at * STEP, HEIGHT - height, height);
  }
}
