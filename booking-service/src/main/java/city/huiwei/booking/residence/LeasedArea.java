package city.huiwei.booking.residence;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.IndustrialSpace;
import city.huiwei.inventory.contract.Place;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Square metres, and whether a start-up leases them. */
public record LeasedArea(BigDecimal squareMetres, boolean isStartUp) {

  /** All that a party leases together; absent where no area is counted. */
  public static @Nullable LeasedArea of(
      ApplicationProgramme programme, Answers need, List<Place> places) {
    return places.stream()
        .flatMap(place -> programme.leasedSquareMetres(place).stream())
        .reduce(BigDecimal::add)
        .map(area -> new LeasedArea(area, IndustrialSpace.isStartUps(need)))
        .orElse(null);
  }
}
