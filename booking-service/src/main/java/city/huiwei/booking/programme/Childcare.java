package city.huiwei.booking.programme;

/** Places for children under three, asked for by application. */
public record Childcare() implements Programme {

  static final String CODE = "childcare";

  @Override
  public String code() {
    return CODE;
  }
}
