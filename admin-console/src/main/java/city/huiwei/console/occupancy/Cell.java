package city.huiwei.console.occupancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units of a site, or of all sites, on one night. */
record Cell(int units, int taken, int blocked) {

  /** Where the steps of the heat map begin: the share taken of what is usable, in per cent. */
  static final List<Integer> STEPS = List.of(0, 20, 40, 60, 80);

  public int free() {
    return Math.max(0, units - taken - blocked);
  }

  public int figure(Figure figure) {
    return switch (figure) {
      case FREE -> free();
      case TAKEN -> taken;
      case BLOCKED -> blocked;
    };
  }

  /** Taken of what is not blocked; absent where all is blocked. */
  public @Nullable Integer percentTaken() {
    int usable = units - blocked;
    return usable <= 0 ? null : Math.min(100, taken * 100 / usable);
  }

  /** {@code heat-1} to {@code heat-5}, hatched where units are blocked. */
  public String look() {
    var percent = percentTaken();
    if (percent == null) {
      return "blocked";
    }
    long step = STEPS.stream().filter(from -> percent >= from).count();
    return "heat-" + step + (blocked > 0 ? " partly-blocked" : "");
  }

  Cell plus(Cell other) {
    return new Cell(units + other.units, taken + other.taken, blocked + other.blocked);
  }
}
