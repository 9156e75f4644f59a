package city.huiwei.booking.place;

import city.huiwei.inventory.contract.Place;
import java.util.List;

/**
 * What a programme has in the whole city.
 *
 * @param free units nobody has tonight
 * @param districts where it has places, in the order of their codes
 */
public record Survey(int units, int free, List<String> districts) {

  static Survey of(List<Place> places) {
    return new Survey(
        places.stream().mapToInt(Place::units).sum(),
        places.stream().mapToInt(Place::free).sum(),
        places.stream().map(Place::district).distinct().sorted().toList());
  }
}
