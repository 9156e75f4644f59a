package city.huiwei.console.fullness;

import city.huiwei.console.contract.SpaceReserve;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.OccupancyFigures;
import city.huiwei.inventory.contract.SiteReport;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks how full it is, as far as who asks may see. */
@Component
class Measuring {

  private final Inventory inventory;
  private final SpaceReserve reserves;
  private final List<String> programmes;

  Measuring(
      Inventory inventory,
      SpaceReserve reserves,
      @Value("${huiwei.occupancy.programmes}") List<String> programmes) {
    this.inventory = inventory;
    this.reserves = reserves;
    this.programmes = programmes;
  }

  List<String> programmes() {
    return programmes;
  }

  Mono<OccupancyFigures> figures(String programme, Level level) {
    return inventory.figures(
        programme, level.shownBy(), level.district(), level.operator(), level.site());
  }

  Mono<Optional<Trend>> trend(String programme, Level level) {
    return level.showsTrend()
        ? inventory
            .months(programme, level.district(), level.operator(), level.site())
            .map(Trend::of)
            .map(Optional::of)
        : Mono.just(Optional.empty());
  }

  /** What is kept for start-ups, where something is and it has been counted. */
  Mono<Optional<SpaceReserve.Reserve>> reserve(String programme) {
    return reserves.reserve(programme).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  /** Empty: no site of theirs. */
  Mono<SiteReport> report(String site) {
    return inventory.report(site);
  }
}
