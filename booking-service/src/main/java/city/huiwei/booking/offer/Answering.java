package city.huiwei.booking.offer;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the answer to an offer from who may give it; exactly one of answer and lapse counts. */
@Service
public class Answering {

  private final Offers offers;
  private final Applying applying;
  private final Stepping stepping;
  private final Carrying carrying;

  Answering(Offers offers, Applying applying, Stepping stepping, Carrying carrying) {
    this.offers = offers;
    this.applying = applying;
    this.stepping = stepping;
    this.carrying = carrying;
  }

  /** The offers of one's own application, the newest first. */
  public Flux<Offer> of(SignedIn who, UUID application) {
    return applying.own(who, application).flatMapMany(own -> offers.of(own.id()));
  }

  /** One that was made to an application somebody may act for. */
  Mono<Offer> one(SignedIn who, UUID id) {
    return own(who, id)
        .filter(offer -> offer.state() != Offer.State.PROPOSED)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** Takes it; asked twice it is taken once. */
  public Mono<Offer> accept(SignedIn who, UUID id) {
    return own(who, id)
        .flatMap(offer ->
            offer.state() == Offer.State.ACCEPTED || offer.state() == Offer.State.BOOKED
                ? carrying.on(offer)
                : stepping.accept(id, actor(who)).switchIfEmpty(tooLate(id)).flatMap(carrying::on));
  }

  /** Refuses it, for a reason; asked twice it is refused once. */
  public Mono<Offer> refuse(SignedIn who, UUID id, @Nullable WhyNot reason) {
    return own(who, id)
        .flatMap(offer ->
            reason == null
                ? Mono.error(Answering::noReason)
                : offer.state() == Offer.State.REFUSED
                    ? Mono.just(offer)
                    : stepping
                        .refuse(id, reason.name(), actor(who))
                        .switchIfEmpty(tooLate(id))
                        .flatMap(refused -> carrying.on(refused).onErrorReturn(refused)));
  }

  /** Gives the application up, and the place that is offered to it. */
  public Mono<Application> withdraw(SignedIn who, UUID application) {
    return applying
        .own(who, application)
        .flatMapMany(own -> offers.of(own.id()))
        .filter(Offer::isPending)
        .next()
        .flatMap(pending -> stepping.withdraw(pending.id(), actor(who)))
        .flatMap(withdrawn -> carrying.on(withdrawn).onErrorReturn(withdrawn))
        .then(Mono.defer(() -> applying.withdraw(who, application)));
  }

  private Mono<Offer> own(SignedIn who, UUID id) {
    return offers
        .one(id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(offer -> applying.own(who, offer.application()).thenReturn(offer));
  }

  /** Why it cannot be answered: its time is over, or it was answered otherwise. */
  private <T> Mono<T> tooLate(UUID id) {
    return offers
        .one(id)
        .map(offer -> offer.state() == Offer.State.OPEN || offer.state() == Offer.State.LAPSED)
        .flatMap(isOver ->
            Mono.error(
                new ProblemException(
                    HttpStatus.CONFLICT,
                    isOver ? "offer-lapsed" : "wrong-state",
                    List.of(Reason.of(isOver ? "OFFER_LAPSED" : "WRONG_STATE")))));
  }

  private static ProblemException noReason() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid-request",
        List.of(Reason.of("REFUSAL_NEEDS_A_REASON", "reason")));
  }

  private static String actor(SignedIn who) {
    return Account.of(who).toString();
  }
}
