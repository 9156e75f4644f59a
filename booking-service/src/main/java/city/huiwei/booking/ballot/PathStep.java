package city.huiwei.booking.ballot;

/** The neighbour on the way from a leaf to the root, and on which side of the way it stands. */
public record PathStep(Side side, Bytes hash) {

  public enum Side {
    LEFT,
    RIGHT
  }
}
