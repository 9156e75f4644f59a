package city.huiwei.booking.offer;

import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an operator's staff see of offers. */
@RestController
@RequestMapping("/api/operator/offers")
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class OfferDeskController {

  private final Overseeing overseeing;

  OfferDeskController(Overseeing overseeing) {
    this.overseeing = overseeing;
  }

  /** A page of offers, the oldest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeskOfferList(List<DeskOffer> items, @Nullable UUID next) {}

  @GetMapping
  Mono<DeskOfferList> desk(
      @Parameter(hidden = true) SignedIn staff,
      @RequestParam(required = false) Offer.@Nullable State state,
      @RequestParam(defaultValue = "false") boolean stalled,
      @RequestParam(required = false) @Nullable UUID after) {
    return overseeing
        .desk(staff, state, stalled, after)
        .map(items ->
            new DeskOfferList(items, items.size() < Overseeing.PAGE ? null : items.getLast().id()));
  }
}
