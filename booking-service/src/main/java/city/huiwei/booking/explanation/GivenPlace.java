package city.huiwei.booking.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that was offered to somebody; nothing says to whom.
 *
 * @param listed when the list was read for it
 * @param offered when it was offered
 * @param roomSex of those in the room of which it is a part; absent where that is nobody's matter
 * @param isStartUps whether a start-up was to lease it
 */
record GivenPlace(
    Instant listed,
    Instant offered,
    LocalDate begins,
    String site,
    List<String> pools,
    @Nullable String roomSex,
    boolean isStartUps) {}
