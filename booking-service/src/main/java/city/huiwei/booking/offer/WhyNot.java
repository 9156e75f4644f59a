package city.huiwei.booking.offer;

/** Why somebody refuses a place; a reason keeps their place in the list. */
public enum WhyNot {
  TOO_FAR,
  TOO_DEAR,
  DOES_NOT_SUIT,
  NOT_NOW,
  FOUND_ANOTHER,
  OTHER
}
