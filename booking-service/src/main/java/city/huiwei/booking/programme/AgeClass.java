package city.huiwei.booking.programme;

import java.time.LocalDate;

/**
 * A kind of class for children under three. Ages count in whole months: a child is as old as that
 * from the day of the month on which it was born, or the month's last where there is no such day.
 *
 * @param type as the stock names it
 * @param fromMonth the first month of age that belongs to it, {@code toMonth} the first that does
 *     not
 * @param mostChildren so many are in one class at most
 * @param childrenPerCarer so many does one carer look after
 */
public record AgeClass(
    String type, int fromMonth, int toMonth, int mostChildren, int childrenPerCarer) {

  public AgeClass {
    if (fromMonth < 0 || toMonth <= fromMonth || mostChildren < 1 || childrenPerCarer < 1) {
      throw new IllegalArgumentException("a class that nobody can be in: " + type);
    }
  }

  /** The first day on which a child is old enough. */
  public LocalDate begins(LocalDate born) {
    return born.plusMonths(fromMonth);
  }

  /** The first day on which it is too old. */
  public LocalDate ends(LocalDate born) {
    return born.plusMonths(toMonth);
  }

  public boolean takes(LocalDate born, LocalDate day) {
    return !day.isBefore(begins(born)) && day.isBefore(ends(born));
  }
}
