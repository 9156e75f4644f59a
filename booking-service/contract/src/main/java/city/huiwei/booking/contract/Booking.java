package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its owner and the operator's staff see it.
 *
 * @param reference a short code with a check character, for people
 * @param nights nights from {@code from} to {@code to}
 * @param unit once it is fixed, which is at check-in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Booking(
    UUID id,
    String reference,
    String programme,
    String pool,
    String site,
    LocalDate from,
    LocalDate to,
    int nights,
    BookingStatus status,
    @Nullable String unit) {}
