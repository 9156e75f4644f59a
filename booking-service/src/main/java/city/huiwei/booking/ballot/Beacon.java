package city.huiwei.booking.ballot;

/** The value of a round whose signature was checked; empty for {@link Round.None}. */
public record Beacon(Round round, Bytes value) {

  public static final Beacon NONE = new Beacon(new Round.None(), Bytes.NONE);
}
