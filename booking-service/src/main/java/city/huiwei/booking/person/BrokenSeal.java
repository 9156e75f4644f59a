package city.huiwei.booking.person;

/** Sealed bytes that do not open here: another row's, changed, or of a key that we do not have. */
public final class BrokenSeal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSeal(Throwable cause) {
    super("sealed bytes do not open", cause);
  }
}
