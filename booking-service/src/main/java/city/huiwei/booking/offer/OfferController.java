package city.huiwei.booking.offer;

import city.huiwei.booking.application.ApplicationAnswer;
import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The answers to offers. */
@RestController
class OfferController {

  private final Answering answering;

  OfferController(Answering answering) {
    this.answering = answering;
  }

  /** Why somebody does not want the place. */
  record RefusalOfOffer(@Nullable WhyNot reason) {}

  /** All offers of an application, the newest first. */
  record OfferList(List<OfferAnswer> items) {}

  @GetMapping("/api/applications/{application}/offers")
  Mono<OfferList> of(@Parameter(hidden = true) SignedIn who, @PathVariable UUID application) {
    return answering.of(who, application).map(OfferAnswer::of).collectList().map(OfferList::new);
  }

  @PutMapping("/api/applications/{application}/withdrawal")
  Mono<ApplicationAnswer> withdraw(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID application) {
    return answering.withdraw(who, application).map(ApplicationAnswer::of);
  }

  @PutMapping("/api/offers/{offer}/acceptance")
  Mono<OfferAnswer> accept(@Parameter(hidden = true) SignedIn who, @PathVariable UUID offer) {
    return answering.accept(who, offer).map(OfferAnswer::of);
  }

  @PutMapping("/api/offers/{offer}/refusal")
  Mono<OfferAnswer> refuse(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID offer,
      @RequestBody RefusalOfOffer refusal) {
    return answering.refuse(who, offer, refusal.reason()).map(OfferAnswer::of);
  }
}
