package city.huiwei.booking.childcare;

import city.huiwei.booking.programme.AgeClass;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.inventory.contract.Place;
import java.util.List;

/**
 * A class of a site.
 *
 * @param pool its code in the stock
 * @param units places the room has
 */
public record ChildcareClass(
    String pool, String site, String operator, String district, AgeClass ages, int units) {

  /** Those of the stock whose type the rules know. */
  public static List<ChildcareClass> in(List<Place> places, Childcare programme) {
    return places.stream()
        .flatMap(place ->
            programme
                .ageClass(place)
                .map(ages ->
                    new ChildcareClass(
                        place.pool(),
                        place.site(),
                        place.operator(),
                        place.district(),
                        ages,
                        place.units()))
                .stream())
        .toList();
  }
}
