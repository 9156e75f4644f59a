package city.huiwei.booking.programme;

/** Low-cost space for firms, asked for by application. */
public record IndustrialSpace() implements Programme {

  static final String CODE = "industrial-space";

  @Override
  public String code() {
    return CODE;
  }
}
