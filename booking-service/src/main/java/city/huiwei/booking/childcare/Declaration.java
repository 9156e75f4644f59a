package city.huiwei.booking.childcare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a class.
 *
 * @param carers who look after it all day
 * @param licensedPlaces that the site's registration allows for it
 * @param licensedFrom the first day of that, {@code licensedUntil} the first without it
 * @param opensOn its first day, {@code closesOn} the first on which it is closed again
 * @param version raised by every change; 0 before the first
 */
public record Declaration(
    String pool,
    int carers,
    int licensedPlaces,
    LocalDate licensedFrom,
    @Nullable LocalDate licensedUntil,
    LocalDate opensOn,
    @Nullable LocalDate closesOn,
    int version) {

  boolean isLicensed(LocalDate day) {
    return isWithin(licensedFrom, licensedUntil, day);
  }

  boolean isOpen(LocalDate day) {
    return isWithin(opensOn, closesOn, day);
  }

  private static boolean isWithin(LocalDate from, @Nullable LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
