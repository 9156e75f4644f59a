package city.huiwei.booking.round;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child in a round; nothing of it names a person.
 *
 * @param account whose children are brothers and sisters; absent where there is none
 * @param seat the class in which it has a place on the round's day
 */
record Candidate(
    UUID application,
    @Nullable UUID account,
    LocalDate born,
    int category,
    int points,
    @Nullable String seat) {}
