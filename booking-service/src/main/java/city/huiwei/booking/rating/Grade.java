package city.huiwei.booking.rating;

/** What somebody thinks of how they were served: the five grades of 好差评, the best first. */
public enum Grade {
  VERY_GOOD,
  GOOD,
  FAIR,
  BAD,
  VERY_BAD
}
