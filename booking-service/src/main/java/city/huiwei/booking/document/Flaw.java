package city.huiwei.booking.document;

/** Why a file is not taken; in words it is the reason {@code DOCUMENT_…}. */
public enum Flaw {
  /** There is nothing in it. */
  EMPTY,
  TOO_LARGE,
  /** It is in none of the formats that are taken, whatever its name says. */
  UNKNOWN,
  /** Its end is missing. */
  CUT_OFF,
  /** It begins like its format and goes on unlike it. */
  DAMAGED,
  /** It would have to be drawn so large that a browser breaks. */
  TOO_MANY_PIXELS,
  /** It opens with a password only. */
  LOCKED,
  /** It holds programs or other files. */
  ACTIVE,
  /** Something else stands behind its end. */
  NOT_ALONE
}
