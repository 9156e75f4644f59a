package city.huiwei.booking.contract;

/** The life of a booking. */
public enum BookingStatus {
  REQUESTED,
  CONFIRMED,
  REFUSED,
  CANCELLED,
  CHECKED_IN,
  DEPARTED,
  NO_SHOW
}
