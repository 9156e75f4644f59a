package city.huiwei.booking.place;

import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Shows nothing as free that nobody books at once. It is a picture at most two seconds old; whether
 * one may book is looked at where the booking is written.
 */
@Service
class Closing {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Inventory inventory;
  private final Mono<List<ClosedPeriod>> closed;

  Closing(Inventory inventory, ClosedPeriods periods) {
    this.inventory = inventory;
    this.closed =
        periods
            .now()
            .collectList()
            .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO)
            .onErrorReturn(List.of());
  }

  Mono<Places> places(
      String programme,
      @Nullable String district,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean free,
      @Nullable String after,
      int limit) {
    return inventory
        .places(programme, district, from, to, free, after, limit)
        .zipWith(closed, (places, periods) -> open(places, periods, free));
  }

  Mono<Place> place(String pool, @Nullable LocalDate from, @Nullable LocalDate to) {
    return inventory.place(pool, from, to).zipWith(closed, Closing::open);
  }

  private static Places open(Places places, List<ClosedPeriod> periods, boolean free) {
    return periods.isEmpty()
        ? places
        : new Places(
            places.items().stream()
                .map(place -> open(place, periods))
                .filter(place -> !free || place.free() > 0)
                .toList(),
            places.next());
  }

  private static Place open(Place place, List<ClosedPeriod> periods) {
    return periods.stream()
            .anyMatch(period -> period.closes(place.pool(), place.from(), place.to()))
        ? taken(place)
        : place;
  }

  private static Place taken(Place place) {
    return new Place(
        place.pool(),
        place.site(),
        place.siteName(),
        place.operator(),
        place.programme(),
        place.kind(),
        place.district(),
        place.address(),
        place.telephone(),
        0,
        place.units(),
        place.from(),
        place.to(),
        place.features());
  }
}
