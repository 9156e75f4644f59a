package city.huiwei.booking.programme;

/**
 * One of the city's programmes: its rules. A fifth is a fifth record here, and the compiler asks.
 */
public sealed interface Programme permits ApplicationProgramme, GraduateHousing {

  /** The code in addresses, tables and message keys. */
  String code();

  /** Whether a place is booked at once, and not asked for by an application. */
  default boolean isBooked() {
    return this instanceof GraduateHousing;
  }

  /** Whether a place is asked for by an application that is written here. */
  default boolean isAppliedFor() {
    return this instanceof ApplicationProgramme;
  }
}
