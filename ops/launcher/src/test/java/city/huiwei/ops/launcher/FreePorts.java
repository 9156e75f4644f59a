package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.Ports;
import java.util.stream.IntStream;

/** Ports for a city of its own beside whatever else runs here. */
final class FreePorts {

  private FreePorts() {}

  /** A port base whose eight ports are all free. */
  static int base() {
    return IntStream.generate(Ports::free)
        .filter(
            base -> IntStream.of(0, 1, 2, 3, 4, 20, 21, 22).allMatch(n -> Ports.isFree(base + n)))
        .findFirst()
        .orElseThrow();
  }
}
