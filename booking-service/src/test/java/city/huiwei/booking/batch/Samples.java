package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchState;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import city.huiwei.inventory.contract.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A batch that the tests reckon with: two pools in February, thirty nights each. */
final class Samples {

  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  static final LocalDate FIRST = LocalDate.of(2027, 2, 1);
  static final LocalDate LAST = LocalDate.of(2027, 3, 3);
  static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");

  static final BatchRules RULES = new BatchRules("1", "test", 3, 31, 3, 7, 24, 12);

  private Samples() {}

  static Batch batch(Way way, List<Reserve> reserves, List<Allotment> allotments) {
    return new Batch(
        new UUID(0, 1),
        "graduate-housing",
        "op-home",
        new Name("一月", "January"),
        way,
        BatchState.RELEASED,
        way == Way.INSTANT ? null : schedule(way),
        ReserveOrder.MINIMUM_GUARANTEE,
        "1",
        way == Way.DRAW ? "draw-1" : null,
        new Batch.People(new UUID(0, 2), NOW, new UUID(0, 3), NOW),
        List.of(part("gh-001.studio", 20), part("gh-001.one-bedroom", 5)),
        reserves,
        allotments);
  }

  static Schedule schedule(Way way) {
    return new Schedule(day(1), day(8), day(10), way == Way.DRAW ? day(12) : null, day(20));
  }

  static Instant day(int day) {
    return NOW.plus(day, ChronoUnit.DAYS);
  }

  private static Part part(String pool, int units) {
    return new Part(pool, "gh-001", units, FIRST, LAST);
  }
}
