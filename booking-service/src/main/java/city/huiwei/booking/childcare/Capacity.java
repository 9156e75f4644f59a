package city.huiwei.booking.childcare;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many children a class may have on a day, and what allows no more: only places that are
 * licensed, staffed and open count.
 */
public record Capacity(int places, Limit limit) {

  /** What allows no more. */
  public enum Limit {
    /** Nobody has said who looks after it and what is licensed. */
    NOT_DECLARED,
    NOT_LICENSED,
    NOT_OPEN,
    CARERS,
    LICENCE,
    /** The rules allow no more children in one class. */
    CLASS_SIZE,
    UNITS
  }

  /**
   * @param declared absent while nothing is declared
   */
  public static Capacity of(ChildcareClass it, @Nullable Declaration declared, LocalDate day) {
    if (declared == null) {
      return new Capacity(0, Limit.NOT_DECLARED);
    }
    if (!declared.isLicensed(day)) {
      return new Capacity(0, Limit.NOT_LICENSED);
    }
    return declared.isOpen(day) ? staffed(it, declared) : new Capacity(0, Limit.NOT_OPEN);
  }

  private static Capacity staffed(ChildcareClass it, Declaration declared) {
    return List.of(
            new Capacity(it.units(), Limit.UNITS),
            new Capacity(it.ages().mostChildren(), Limit.CLASS_SIZE),
            new Capacity(declared.licensedPlaces(), Limit.LICENCE),
            new Capacity(declared.carers() * it.ages().childrenPerCarer(), Limit.CARERS))
        .stream()
        .min(Comparator.comparingInt(Capacity::places))
        .orElseThrow();
  }
}
