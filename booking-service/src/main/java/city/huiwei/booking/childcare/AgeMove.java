package city.huiwei.booking.childcare;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child grows out of a class, and its place there is free.
 *
 * @param child its application
 * @param to the class it moves on to; absent when it leaves the site
 */
public record AgeMove(UUID child, LocalDate day, String from, @Nullable String to) {}
