package city.huiwei.booking.contract;

/** The life of an application, as it is told. */
public enum ApplicationState {
  DRAFT,
  SUBMITTED,
  VERIFIED,
  QUEUED,
  OFFERED,
  ACCEPTED,
  BOOKED,
  ENDED,
  WITHDRAWN,
  INELIGIBLE,
  DORMANT
}
