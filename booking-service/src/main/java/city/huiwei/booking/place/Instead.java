package city.huiwei.booking.place;

import city.huiwei.booking.programme.Wish;
import city.huiwei.inventory.contract.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is free near, when nothing is where somebody looked. */
public record Instead(List<Way> dates, List<Way> districts, List<Place> places) {

  /**
   * Another search that finds something.
   *
   * @param district where it differs in that
   */
  public record Way(String path, Wish stay, @Nullable String district, int free) {}

  public boolean isEmpty() {
    return dates.isEmpty() && districts.isEmpty() && places.isEmpty();
  }
}
