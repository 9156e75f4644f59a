package city.huiwei.booking.offer;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.OfferDesk.OfferLine;
import city.huiwei.edge.SignedIn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows staff how their operator's offers go, and which do not. */
@Service
class Overseeing {

  static final int PAGE = 50;

  private static final Set<Offer.State> LIVE =
      EnumSet.of(Offer.State.PROPOSED, Offer.State.OPEN, Offer.State.ACCEPTED);

  private final DeskOffers offers;

  Overseeing(DeskOffers offers) {
    this.offers = offers;
  }

  /** Those in one state; where none is named the live ones, or all that stall. */
  Mono<List<OfferLine>> desk(
      SignedIn staff, Offer.@Nullable State state, boolean onlyStalled, @Nullable UUID after) {
    var states =
        state != null ? EnumSet.of(state) : onlyStalled ? EnumSet.allOf(Offer.State.class) : LIVE;
    return offers
        .page(requireNonNull(staff.operator()), states, onlyStalled, after, PAGE)
        .collectList();
  }
}
