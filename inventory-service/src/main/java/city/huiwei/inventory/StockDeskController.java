package city.huiwei.inventory;

import static java.util.Objects.requireNonNullElse;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.StockDesk;
import city.huiwei.inventory.stock.Editing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on what managers put right, over HTTP. */
@RestController
@PreAuthorize("hasRole('MANAGER')")
class StockDeskController implements StockDesk {

  private final Editing editing;

  StockDeskController(Editing editing) {
    this.editing = editing;
  }

  @Override
  public Mono<SiteStock> stock(String site, @Nullable String after) {
    return SignedIn.current()
        .flatMap(who -> editing.stock(operator(who), site, after))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  @Override
  public Mono<SiteFacts> editSite(String site, SiteEdit edit) {
    return SignedIn.current()
        .flatMap(who -> editing.edit(who.subject(), operator(who), site, edit))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  @Override
  public Mono<UnitFacts> editUnit(String unit, UnitEdit edit) {
    return SignedIn.current()
        .flatMap(who -> editing.edit(who.subject(), operator(who), unit, edit))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** Who works for nobody has no site. */
  private static String operator(SignedIn who) {
    return requireNonNullElse(who.operator(), "");
  }
}
