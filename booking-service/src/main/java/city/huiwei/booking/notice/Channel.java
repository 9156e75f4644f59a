package city.huiwei.booking.notice;

/** How a message gets out; the pages show every notice besides. */
enum Channel {
  EMAIL,
  /** Costs money and wakes people, so it is for what matters. */
  SMS;

  boolean takes(Notice.Kind kind) {
    return this == EMAIL || kind.weight().isUrgent();
  }
}
