package city.huiwei.inventory.stock;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.StockDesk;
import city.huiwei.inventory.contract.StockDesk.SiteEdit;
import city.huiwei.inventory.contract.StockDesk.SiteFacts;
import city.huiwei.inventory.contract.StockDesk.SiteStock;
import city.huiwei.inventory.contract.StockDesk.UnitEdit;
import city.huiwei.inventory.contract.StockDesk.UnitFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets managers put right what stands of their own sites and units; empty: not theirs. */
@Service
public class Editing {

  private final EditedStocks stocks;

  Editing(EditedStocks stocks) {
    this.stocks = stocks;
  }

  public Mono<SiteStock> stock(String operator, String site, @Nullable String after) {
    return stocks
        .site(operator, site)
        .zipWhen(_ -> stocks.units(site, after, StockDesk.PAGE + 1).collectList())
        .map(found -> page(found.getT1(), found.getT2()));
  }

  /**
   * @param actor who does it
   */
  public Mono<SiteFacts> edit(String actor, String operator, String site, SiteEdit edit) {
    return refusedUnless(EditRule.against(edit))
        .then(Mono.defer(() -> stocks.edit(actor, operator, site, edit)))
        .switchIfEmpty(Mono.defer(() -> stocks.site(operator, site).flatMap(_ -> stale())));
  }

  /**
   * @param actor who does it
   */
  public Mono<UnitFacts> edit(String actor, String operator, String unit, UnitEdit edit) {
    return stocks
        .unit(operator, unit)
        .flatMap(found ->
            refusedUnless(EditRule.against(edit, found.features()))
                .then(Mono.defer(() -> stocks.edit(actor, unit, edit)))
                .switchIfEmpty(stale()));
  }

  private static SiteStock page(SiteFacts site, List<UnitFacts> units) {
    return units.size() <= StockDesk.PAGE
        ? new SiteStock(site, units, null)
        : new SiteStock(
            site, units.subList(0, StockDesk.PAGE), units.get(StockDesk.PAGE - 1).unit());
  }

  private static Mono<Void> refusedUnless(List<Reason> reasons) {
    return reasons.isEmpty()
        ? Mono.empty()
        : Mono.error(
            new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", reasons));
  }

  private static <T> Mono<T> stale() {
    return Mono.error(() ->
        new ProblemException(
            HttpStatus.CONFLICT, "stale-version", List.of(Reason.of("STALE_VERSION"))));
  }
}
