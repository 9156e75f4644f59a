package city.huiwei.booking.offer;

import static city.huiwei.booking.application.ApplicationState.ACCEPTED;
import static city.huiwei.booking.application.ApplicationState.BOOKED;
import static city.huiwei.booking.application.ApplicationState.DORMANT;
import static city.huiwei.booking.application.ApplicationState.OFFERED;
import static city.huiwei.booking.application.ApplicationState.QUEUED;
import static city.huiwei.booking.application.ApplicationState.WITHDRAWN;
import static city.huiwei.booking.notice.Notice.Kind.APPLICATION_DORMANT;
import static city.huiwei.booking.notice.Notice.Kind.OFFER_GONE;
import static city.huiwei.booking.notice.Notice.Kind.OFFER_LAPSED;
import static city.huiwei.booking.notice.Notice.Kind.OFFER_MADE;
import static city.huiwei.booking.notice.Notice.Kind.PLACE_BOOKED;

import city.huiwei.booking.allocation.ConsequenceRules;
import city.huiwei.booking.allocation.Consequences;
import city.huiwei.booking.allocation.StartUpReserveRules;
import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.residence.LetAreas;
import city.huiwei.booking.residence.Residences;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The steps of an offer and of its application, each in one transaction: both go together or
 * neither does. Empty when the step cannot be taken any more.
 */
@Service
class Stepping {

  private static final String SYSTEM = "system";

  private final Offers offers;
  private final Applications applications;
  private final LetAreas areas;
  private final Residences residences;
  private final Telling telling;
  private final Consequences consequences;
  private final StartUpReserveRules reserve;
  private final TransactionalOperator transaction;
  private final MeterRegistry meters;

  Stepping(
      Offers offers,
      Applications applications,
      LetAreas areas,
      Residences residences,
      Telling telling,
      ConsequenceRules consequences,
      StartUpReserveRules reserve,
      TransactionalOperator transaction,
      MeterRegistry meters) {
    this.offers = offers;
    this.applications = applications;
    this.areas = areas;
    this.residences = residences;
    this.telling = telling;
    this.consequences = consequences.consequences();
    this.reserve = reserve;
    this.transaction = transaction;
    this.meters = meters;
  }

  /** Also empty when the start-up reserve forbids it. */
  Mono<Offer> propose(Offer offer) {
    return leased(offer)
        .then(Mono.defer(() -> offers.propose(offer)))
        .flatMap(made -> move(made, OFFERED, SYSTEM))
        .switchIfEmpty(Mono.error(NotTaken::new))
        .as(this::together);
  }

  private Mono<Void> leased(Offer offer) {
    var area = offer.area();
    return area == null
        ? Mono.empty()
        : areas
            .lease(offer.programme(), area, reserve.reserve())
            .switchIfEmpty(Mono.error(NotTaken::new))
            .then();
  }

  /** Inventory has given the units: from now on somebody can answer. */
  Mono<Offer> open(Offer offer, List<String> units) {
    return together(
        offers
            .open(offer.id(), units)
            .delayUntil(open ->
                open.isMove()
                    ? Mono.empty()
                    : telling.tell(Notice.of(OFFER_MADE, open.application(), open.deadline()))));
  }

  /**
   * The place could not be had, or not be made firm; the application waits as before. Who had not
   * heard of it yet is not told either.
   */
  Mono<Offer> fail(Offer offer) {
    return together(
        offers
            .fail(offer.id())
            .flatMap(failed -> givenBack(failed))
            .flatMap(failed -> move(failed, QUEUED, SYSTEM))
            .delayUntil(
                failed -> failed.units().isEmpty() ? Mono.empty() : tell(OFFER_GONE, failed)));
  }

  Mono<Offer> accept(UUID offer, String actor) {
    return together(
        offers
            .accept(offer)
            .flatMap(accepted ->
                applications
                    .heard(accepted.application())
                    .then(Mono.defer(() -> move(accepted, ACCEPTED, actor)))));
  }

  Mono<Offer> book(Offer offer) {
    return together(
        offers
            .book(offer.id())
            .flatMap(booked -> residences.add(booked.id()).thenReturn(booked))
            .delayUntil(this::leave)
            .flatMap(booked -> move(booked, BOOKED, SYSTEM))
            .delayUntil(booked -> tell(PLACE_BOOKED, booked)));
  }

  /** The place that somebody moves out of is free from the day they have the other. */
  private Mono<Void> leave(Offer booked) {
    var before = booked.insteadOf();
    return before == null ? Mono.empty() : residences.leaveFor(before, booked.begins());
  }

  Mono<Offer> refuse(UUID offer, String reason, String actor) {
    return together(
        offers
            .refuse(offer, reason)
            .flatMap(this::givenBack)
            .flatMap(refused ->
                applications
                    .heard(refused.application())
                    .then(Mono.defer(() -> move(refused, QUEUED, actor)))));
  }

  /** Nobody answered: how often that was so decides whether it still waits, or rests. */
  Mono<Offer> lapse(UUID offer) {
    return together(
        offers
            .lapse(offer)
            .flatMap(this::givenBack)
            .flatMap(lapsed ->
                applications
                    .unanswered(lapsed.application())
                    .map(this::afterSilence)
                    .flatMap(next ->
                        move(lapsed, next, SYSTEM)
                            .delayUntil(_ ->
                                tell(
                                    next == DORMANT ? APPLICATION_DORMANT : OFFER_LAPSED,
                                    lapsed)))));
  }

  Mono<Offer> withdraw(UUID offer, String actor) {
    return together(
        offers
            .withdraw(offer)
            .flatMap(this::givenBack)
            .flatMap(withdrawn -> move(withdrawn, WITHDRAWN, actor)));
  }

  private ApplicationState afterSilence(int count) {
    var ruling =
        consequences.ruling(
            Consequences.Reason.UNANSWERED, Consequences.Party.APPLICANT, count, false);
    return ruling.consequence() == Consequences.Consequence.DORMANT ? DORMANT : QUEUED;
  }

  private Mono<Void> tell(Notice.Kind kind, Offer offer) {
    return telling.tell(Notice.of(kind, offer.application()));
  }

  private Mono<Offer> givenBack(Offer offer) {
    var area = offer.area();
    return area == null
        ? Mono.just(offer)
        : areas.giveBack(offer.programme(), area).thenReturn(offer);
  }

  /** Of who moves the application stays what it is: they have a place all the time. */
  private Mono<Offer> move(Offer offer, ApplicationState to, String actor) {
    if (offer.isMove()) {
      return Mono.just(offer);
    }
    return applications
        .move(offer.application(), to, actor)
        .map(Application::id)
        .switchIfEmpty(Mono.error(NotTaken::new))
        .thenReturn(offer);
  }

  private Mono<Offer> together(Mono<Offer> step) {
    return step.as(transaction::transactional)
        .doOnNext(this::count)
        .onErrorResume(NotTaken.class, _ -> Mono.empty());
  }

  private void count(Offer offer) {
    meters
        .counter(
            "huiwei.offers",
            "programme",
            offer.programme(),
            "outcome",
            offer.state().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  /** Takes back what the transaction has written. */
  private static final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotTaken() {
      super(null, null, false, false);
    }
  }
}
