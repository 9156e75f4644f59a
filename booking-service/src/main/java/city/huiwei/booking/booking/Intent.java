package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.programme.Wish;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code booking}: what somebody wants, and what became of it.
 *
 * @param asked the dates asked for; {@code period} is what is left of them
 * @param reasons why it was refused, as codes
 * @param holdDue what inventory has still to be told; nothing when absent
 */
record Intent(
    UUID id,
    String reference,
    UUID account,
    String key,
    String programme,
    String pool,
    String site,
    String operator,
    Wish asked,
    Wish period,
    BookingStatus status,
    @Nullable String unit,
    List<String> reasons,
    @Nullable HoldDue holdDue) {

  /** What inventory has still to be told of a hold. */
  enum HoldDue {
    /** It is held for a time already. */
    CONFIRM,
    RELEASE,
    END
  }

  /** Whether the same thing was asked. */
  boolean isFor(BookingRequest request) {
    return pool.equals(request.pool())
        && asked.from().equals(request.from())
        && asked.to().equals(request.to());
  }

  /** The same with inventory's answer. */
  Intent answered(BookingStatus answer, List<String> because) {
    return new Intent(
        id, reference, account, key, programme, pool, site, operator, asked, period, answer, unit,
        because, null);
  }

  Booking booking() {
    return new Booking(
        id,
        reference,
        programme,
        pool,
        site,
        period.from(),
        period.to(),
        Math.toIntExact(period.nights()),
        status,
        unit);
  }
}
