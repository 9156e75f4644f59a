package city.huiwei.console.occupancy;

import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.OccupancySheet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks inventory for what somebody may see of the city's occupancy. */
@Component
class Looking {

  private final Inventory inventory;
  private final Following following;
  private final OccupancySettings settings;
  private final Clock clock;

  Looking(Inventory inventory, Following following, OccupancySettings settings, Clock clock) {
    this.inventory = inventory;
    this.following = following;
    this.settings = settings;
    this.clock = clock;
  }

  List<String> programmes() {
    return settings.programmes();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  ZonedDateTime inTheCity(Instant instant) {
    return instant.atZone(clock.getZone());
  }

  /** The whole programme is asked for, as its districts stand beside the table. */
  Mono<OccupancyTable> table(Scope scope, Locale locale) {
    return inventory
        .occupancy(scope.programme(), null, scope.from(), scope.nights())
        .map(sheet -> OccupancyTable.of(sheet, scope, today(), locale));
  }

  /** The first programme in which the asker sees a site; the first of all where there is none. */
  Mono<String> firstProgramme() {
    return Flux.fromIterable(programmes())
        .concatMap(programme -> inventory.occupancy(programme, null, null, 1))
        .filter(sheet -> !sheet.rows().isEmpty())
        .next()
        .map(OccupancySheet::programme)
        .defaultIfEmpty(programmes().getFirst());
  }

  Flux<ServerSentEvent<String>> changes() {
    return following.changes();
  }
}
