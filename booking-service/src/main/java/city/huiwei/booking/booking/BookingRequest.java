package city.huiwei.booking.booking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a citizen asks: a place from one day to the morning of another. All three are needed. */
public record BookingRequest(
    @Nullable String pool, @Nullable LocalDate from, @Nullable LocalDate to) {}
