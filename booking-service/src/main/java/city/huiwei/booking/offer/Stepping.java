package city.huiwei.booking.offer;

import static city.huiwei.booking.application.ApplicationState.ACCEPTED;
import static city.huiwei.booking.application.ApplicationState.BOOKED;
import static city.huiwei.booking.application.ApplicationState.DORMANT;
import static city.huiwei.booking.application.ApplicationState.OFFERED;
import static city.huiwei.booking.application.ApplicationState.QUEUED;
import static city.huiwei.booking.application.ApplicationState.WITHDRAWN;

import city.huiwei.booking.allocation.ConsequenceRules;
import city.huiwei.booking.allocation.Consequences;
import city.huiwei.booking.allocation.StartUpReserveRules;
import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.residence.LetAreas;
import city.huiwei.booking.residence.Residences;
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
  private final Consequences consequences;
  private final StartUpReserveRules reserve;
  private final TransactionalOperator transaction;

  Stepping(
      Offers offers,
      Applications applications,
      LetAreas areas,
      Residences residences,
      ConsequenceRules consequences,
      StartUpReserveRules reserve,
      TransactionalOperator transaction) {
    this.offers = offers;
    this.applications = applications;
    this.areas = areas;
    this.residences = residences;
    this.consequences = consequences.consequences();
    this.reserve = reserve;
    this.transaction = transaction;
  }

  /** Also empty when the start-up reserve forbids it. */
  Mono<Offer> propose(Offer offer) {
    return leased(offer)
        .then(Mono.defer(() -> offers.propose(offer)))
        .flatMap(made -> move(made, OFFERED, SYSTEM))
        .switchIfEmpty(Mono.error(NotTaken::new))
        .as(transaction::transactional)
        .onErrorResume(NotTaken.class, _ -> Mono.empty());
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

  /** The place could not be had, or not be made firm; the application waits as before. */
  Mono<Offer> fail(Offer offer) {
    return together(
        offers
            .fail(offer.id())
            .flatMap(failed -> givenBack(failed))
            .flatMap(failed -> move(failed, QUEUED, SYSTEM)));
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
            .flatMap(booked -> move(booked, BOOKED, SYSTEM)));
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
                    .flatMap(count -> move(lapsed, afterSilence(count), SYSTEM))));
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

  private Mono<Offer> givenBack(Offer offer) {
    var area = offer.area();
    return area == null
        ? Mono.just(offer)
        : areas.giveBack(offer.programme(), area).thenReturn(offer);
  }

  private Mono<Offer> move(Offer offer, ApplicationState to, String actor) {
    return applications
        .move(offer.application(), to, actor)
        .map(Application::id)
        .switchIfEmpty(Mono.error(NotTaken::new))
        .thenReturn(offer);
  }

  private Mono<Offer> together(Mono<Offer> step) {
    return step.as(transaction::transactional).onErrorResume(NotTaken.class, _ -> Mono.empty());
  }

  /** Takes back what the transaction has written. */
  private static final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotTaken() {
      super(null, null, false, false);
    }
  }
}
