package city.huiwei.ops.launcher;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things of which many threads take any. */
final class Some<T> {

  private final List<T> things = new ArrayList<>();

  synchronized void add(T thing) {
    things.add(thing);
  }

  /**
   * @param number taken modulo how many there are
   */
  synchronized @Nullable T any(int number) {
    return things.isEmpty() ? null : things.get(number % things.size());
  }

  synchronized void remove(T thing) {
    int place = things.indexOf(thing);
    if (place >= 0) {
      // The last takes its place, so that nothing else moves.
      var last = things.removeLast();
      if (place < things.size()) {
        things.set(place, last);
      }
    }
  }
}
