package city.huiwei.console.chart;

import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.console.contract.SiteNews;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.ChartSheet.Kind;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.OccupancySheet;
import city.huiwei.inventory.contract.UnitChart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what inventory knows of units and booking-service of guests; empty: not theirs. */
@Component
class Charting {

  private static final int QUESTIONS_AT_ONCE = 4;

  private final UnitChart units;
  private final GuestDesk guests;
  private final Inventory inventory;
  private final SiteNews news;
  private final List<String> programmes;

  Charting(
      UnitChart units,
      GuestDesk guests,
      Inventory inventory,
      SiteNews news,
      @Value("${huiwei.occupancy.programmes}") List<String> programmes) {
    this.units = units;
    this.guests = guests;
    this.inventory = inventory;
    this.news = news;
    this.programmes = programmes;
  }

  Mono<Chart> chart(String site, ChartScope scope) {
    return units
        .chart(site, scope.from(), scope.nightsShown(), scope.pool(), scope.after())
        .flatMap(sheet -> named(sheet).map(names -> Chart.of(sheet, names)));
  }

  /** The sites that the asker may see, programme by programme. */
  Mono<List<OccupancySheet>> sites() {
    return Flux.fromIterable(programmes)
        .concatMap(programme -> inventory.occupancy(programme, null, null, 1))
        .filter(sheet -> !sheet.rows().isEmpty())
        .collectList();
  }

  Flux<ServerSentEvent<String>> news(String site) {
    return news.changes(site);
  }

  /** Whether somebody has the key to it. */
  Mono<Boolean> isHere(UUID hold) {
    return guests
        .guests(List.of(hold))
        .map(found ->
            found.stream()
                .anyMatch(guest ->
                    guest.state() == GuestDesk.State.HERE
                        || guest.state() == GuestDesk.State.AWAY));
  }

  private Mono<Map<UUID, Guest>> named(ChartSheet sheet) {
    return Flux.fromIterable(sheet.units())
        .flatMapIterable(ChartSheet.Row::stays)
        .filter(stay -> stay.kind() != Kind.BLOCKED)
        .map(ChartSheet.Stay::hold)
        .buffer(GuestDesk.MOST_HOLDS)
        .flatMap(guests::guests, QUESTIONS_AT_ONCE)
        .flatMapIterable(found -> found)
        .collectMap(Guest::hold);
  }
}
