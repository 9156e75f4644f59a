package city.huiwei.booking.programme;

/** Beds for elders, asked for by application. */
public record ElderCare() implements Programme {

  static final String CODE = "elder-care";

  @Override
  public String code() {
    return CODE;
  }
}
