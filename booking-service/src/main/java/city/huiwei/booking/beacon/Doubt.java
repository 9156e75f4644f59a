package city.huiwei.booking.beacon;

/** Why what came from a beacon is not used. */
public enum Doubt {
  /** Nothing came in time, or too much. */
  SILENT("BEACON_SILENT"),
  UNREADABLE("BEACON_UNREADABLE"),
  ANOTHER_ROUND("BEACON_OF_ANOTHER_ROUND"),
  /** Signed with a key that is not the one this city knows. */
  UNKNOWN_KEY("BEACON_KEY_UNKNOWN"),
  WRONG_SIGNATURE("BEACON_SIGNATURE_WRONG"),
  /** The value is not what follows from the signature. */
  WRONG_VALUE("BEACON_VALUE_WRONG"),
  /** No beacon of this city speaks such a round. */
  UNKNOWN_ROUND("BEACON_UNKNOWN");

  private final String code;

  Doubt(String code) {
    this.code = code;
  }

  /** Its words are those of the reason with this code. */
  public String code() {
    return code;
  }

  Heard heard() {
    return new Heard.Doubtful(this);
  }
}
