package city.huiwei.booking.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Remembers that nobody who waits wanted what is free, so that a hundred thousand are not asked
 * again every other moment. What becomes free ends a lull at once. Who comes ends it too, but a
 * long list is gone through for a tenth of the time at most. And no lull is longer than a while,
 * for what changes without anybody coming or any place becoming free.
 */
final class Lulls {

  private static final int PART = 10;

  private record Lull(Instant began, Instant rested, Object free, long changes) {}

  private final Duration longest;
  private final Map<String, Lull> lulls = new ConcurrentHashMap<>();

  Lulls(Duration longest) {
    this.longest = longest;
  }

  /**
   * @param changes of the list, a number that is another one when somebody has come
   */
  boolean isOver(String list, Free now, long changes) {
    var lull = lulls.get(list);
    return lull == null
        || !lull.free().equals(essence(now))
        || now.listed().isAfter(lull.began().plus(longest))
        || (lull.changes() != changes && !now.listed().isBefore(lull.rested()));
  }

  /** All were asked, which took so long, and so many of them are offered something now. */
  void note(String list, Free now, long changes, long offered, Duration took) {
    lulls.values().removeIf(lull -> now.listed().isAfter(lull.began().plus(longest)));
    if (offered == 0) {
      var rested = now.listed().plus(took.multipliedBy(PART));
      lulls.put(list, new Lull(now.listed(), rested, essence(now), changes));
    } else {
      lulls.remove(list);
    }
  }

  private static Object essence(Free now) {
    return Map.of(
        "free",
        now.places().stream().collect(Collectors.toMap(place -> place.pool(), it -> it.free())),
        "sexes",
        now.sexes());
  }
}
