package city.huiwei.booking.offer;

import city.huiwei.booking.contract.OfferDesk;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's offers, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class OfferDeskController implements OfferDesk {

  private final Overseeing overseeing;

  OfferDeskController(Overseeing overseeing) {
    this.overseeing = overseeing;
  }

  @Override
  public Mono<OfferList> offers(@Nullable State state, boolean stalled, @Nullable UUID after) {
    var sought = state == null ? null : Offer.State.valueOf(state.name());
    return SignedIn.current()
        .flatMap(staff -> overseeing.desk(staff, sought, stalled, after))
        .map(items ->
            new OfferList(items, items.size() < Overseeing.PAGE ? null : items.getLast().id()));
  }
}
