package city.huiwei.booking.contract;

/** How an application came in; the rules and ranks are the same for all. */
public enum Channel {
  ONLINE,
  PAPER,
  TELEPHONE
}
