package city.huiwei.booking.contract;

/** How the units of a batch are given. */
public enum Way {
  /** Whoever books first has one. */
  INSTANT,
  /** By an equal chance among all who registered in the window. */
  DRAW,
  /** In the order of enterprises' own lists; nobody else can register. */
  LIST;

  /** Whether one registers for it in a window. */
  public boolean hasWindow() {
    return this != INSTANT;
  }
}
