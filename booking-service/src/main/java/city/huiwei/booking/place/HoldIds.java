package city.huiwei.booking.place;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The ids of holds that belong together: whoever knows the first knows them all. */
public final class HoldIds {

  private HoldIds() {}

  public static List<UUID> of(UUID first, int units) {
    return IntStream.range(0, units)
        .mapToObj(
            n -> new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() ^ n))
        .toList();
  }
}
