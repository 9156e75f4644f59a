package city.huiwei.booking.childcare;

import city.huiwei.inventory.contract.Place;
import org.jspecify.annotations.Nullable;

/**
 * A class with what it may take on a day.
 *
 * @param seated children who have a place in it then, as their ages go
 * @param declared absent while nothing is declared
 */
public record ClassCount(
    ChildcareClass of, Place place, Capacity capacity, int seated, @Nullable Declaration declared) {

  /** So many places are to be given. */
  public int free() {
    return Math.max(0, capacity.places() - seated);
  }
}
