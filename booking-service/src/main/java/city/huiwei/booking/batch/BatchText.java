package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchLine;
import java.time.Instant;
import java.util.Locale;

/** Says a batch in the reader's language, as of a moment. */
final class BatchText {

  private BatchText() {}

  static BatchLine line(Batch batch, Instant now, Locale locale) {
    var schedule = batch.schedule();
    return new BatchLine(
        batch.id(),
        batch.programme(),
        batch.operator(),
        batch.name().in(locale),
        batch.way(),
        batch.state(),
        schedule == null || !batch.isPublic() ? null : schedule.phase(now),
        schedule == null ? null : schedule.registerFrom(),
        schedule == null ? null : schedule.urgentUntil(),
        schedule == null ? null : schedule.registerUntil(),
        schedule == null ? null : schedule.drawAt(),
        schedule == null ? null : schedule.confirmUntil(),
        batch.reserveOrder(),
        batch.rulesVersion(),
        batch.draw(),
        batch.units(),
        batch.parts().stream().map(BatchText::part).toList(),
        batch.reserves().stream().map(BatchText::reserve).toList(),
        batch.allotments().stream().map(BatchText::allotment).toList());
  }

  private static BatchLine.BatchPart part(Part part) {
    return new BatchLine.BatchPart(part.pool(), part.site(), part.units(), part.from(), part.to());
  }

  private static BatchLine.BatchReserve reserve(Reserve reserve) {
    return new BatchLine.BatchReserve(reserve.category().code(), reserve.units());
  }

  private static BatchLine.BatchAllotment allotment(Allotment allotment) {
    return new BatchLine.BatchAllotment(
        allotment.code(), allotment.name(), allotment.pool(), allotment.units());
  }
}
