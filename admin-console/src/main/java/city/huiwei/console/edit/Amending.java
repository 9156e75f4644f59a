package city.huiwei.console.edit;

import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.OccupancySheet;
import city.huiwei.inventory.contract.StockDesk;
import city.huiwei.inventory.contract.StockDesk.SiteFacts;
import city.huiwei.inventory.contract.StockDesk.SiteStock;
import city.huiwei.inventory.contract.StockDesk.UnitFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts right what stands of sites and units; empty: not theirs. */
@Component
class Amending {

  private final StockDesk stock;
  private final Inventory inventory;
  private final List<String> programmes;

  Amending(
      StockDesk stock,
      Inventory inventory,
      @Value("${huiwei.occupancy.programmes}") List<String> programmes) {
    this.stock = stock;
    this.inventory = inventory;
    this.programmes = programmes;
  }

  Mono<List<OccupancySheet.Row>> sites() {
    return Flux.fromIterable(programmes)
        .concatMap(programme -> inventory.occupancy(programme, null, null, 1))
        .flatMapIterable(OccupancySheet::rows)
        .collectList();
  }

  Mono<SiteStock> stock(String site, @Nullable String after) {
    return stock.stock(site, after);
  }

  Mono<SiteFacts> site(String site, SiteForm form) {
    return stock.editSite(site, form.edit());
  }

  Mono<UnitFacts> unit(String unit, UnitForm form) {
    return stock.editUnit(unit, form.edit());
  }
}
