package city.huiwei.booking.place;

import city.huiwei.inventory.contract.Place;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** A place as the public API shows it; what its kind needs stands beside the rest. */
record PlaceAnswer(
    String pool,
    String site,
    String siteName,
    String programme,
    String kind,
    String district,
    String address,
    int free,
    int units,
    LocalDate from,
    LocalDate to,
    @JsonAnyGetter Map<String, Object> features) {

  static PlaceAnswer of(Place place, Locale locale) {
    return new PlaceAnswer(
        place.pool(),
        place.site(),
        place.siteName().in(locale),
        place.programme(),
        place.kind(),
        place.district(),
        place.address(),
        place.free(),
        place.units(),
        place.from(),
        place.to(),
        place.features());
  }
}
