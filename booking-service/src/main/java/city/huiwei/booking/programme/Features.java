package city.huiwei.booking.programme;

import city.huiwei.inventory.contract.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a place has, as its programme reads it. */
final class Features {

  private Features() {}

  /** A place without the figure has none of it. */
  static BigDecimal number(Place place, String feature) {
    return place.features().get(feature) instanceof Number number
        ? new BigDecimal(number.toString())
        : BigDecimal.ZERO;
  }

  static boolean isYes(Place place, String feature) {
    return Boolean.TRUE.equals(place.features().get(feature));
  }

  /** Whether the place is for one of these. */
  static boolean isOneOf(Place place, String feature, List<String> wanted) {
    return wanted.contains(String.valueOf(place.features().get(feature)));
  }

  static Optional<String> text(Place place, String feature) {
    return Optional.ofNullable(place.features().get(feature)).map(String::valueOf);
  }

  static boolean has(Place place, String feature, String wanted) {
    return place.features().get(feature) instanceof List<?> list && list.contains(wanted);
  }

  /** Who wishes nothing takes anything. */
  static boolean isWished(List<String> wishes, String offered) {
    return wishes.isEmpty() || wishes.contains(offered);
  }
}
