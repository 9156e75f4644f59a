package city.huiwei.booking.booking;

import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.edge.Batches;
import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldEnd;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a written booking the steps that are left: asks inventory and writes what it said, for many
 * bookings together. Each step may be taken twice with one effect, so that anybody may drive on
 * what somebody else began.
 */
@Service
class Driving {

  private static final Logger log = LoggerFactory.getLogger(Driving.class);
  private static final Set<Integer> ABOUT_US = Set.of(401, 403, 429, 502, 503, 504);

  private final Bookings bookings;
  private final Changes changes;
  private final Inventory inventory;
  private final Batches<HoldAsk, HoldAnswer> holds;
  private final Batches<Answers.Answer, Boolean> answers;

  Driving(
      Bookings bookings,
      Changes changes,
      Answers answers,
      Inventory inventory,
      BookingSettings settings) {
    this.bookings = bookings;
    this.changes = changes;
    this.inventory = inventory;
    this.holds =
        new Batches<>(
            Math.min(settings.batch(), Inventory.MOST_ASKS),
            settings.queue(),
            HoldAsk::hold,
            this::ask);
    this.answers =
        new Batches<>(
            settings.batch(),
            settings.queue(),
            answer -> answer.intent().id(),
            many -> answers.write(many).map(written -> wereWritten(many, written)));
  }

  /** The booking with its answer, once nothing is left to be done. */
  Mono<Intent> drive(Intent intent) {
    return switch (intent.status()) {
      case REQUESTED ->
          intent.holdDue() == Intent.HoldDue.CONFIRM
              ? makeTheHoldFirm(intent)
              : askForTheHold(intent);
      case CONFIRMED, REFUSED, CANCELLED, CHECKED_IN, DEPARTED, NO_SHOW -> settleTheHold(intent);
    };
  }

  private Mono<Intent> askForTheHold(Intent intent) {
    var stay = intent.asked();
    return holds
        .ask(new HoldAsk(intent.id(), intent.pool(), stay.from(), stay.to(), null))
        .flatMap(answer -> write(answer(intent, answer)));
  }

  private Mono<Intent> makeTheHoldFirm(Intent intent) {
    return inventory.confirm(intent.id()).flatMap(answer -> write(answer(intent, answer)));
  }

  /** When many fail together, each is asked for alone: nobody waits for somebody else's booking. */
  private Mono<List<HoldAnswer>> ask(List<HoldAsk> asks) {
    return inventory
        .holds(asks)
        .onErrorResume(
            error -> asks.size() > 1 && isAboutTheAsks(error),
            _ -> Flux.fromIterable(asks).concatMap(this::askAlone).collectList());
  }

  private Mono<HoldAnswer> askAlone(HoldAsk ask) {
    return inventory
        .hold(ask.hold(), ask.request())
        .doOnError(error -> log.warn("{} is not held: {}", ask.hold(), error.toString()))
        .onErrorReturn(new HoldAnswer.Unanswered(ask.hold(), HoldAnswer.Why.BUSY));
  }

  /** An inventory that is away, busy, or does not know us says the same to each alone. */
  private static boolean isAboutTheAsks(Throwable error) {
    return error instanceof WebClientResponseException answer
        && !ABOUT_US.contains(answer.getStatusCode().value());
  }

  private Mono<Intent> write(Answers.Answer answer) {
    return answers
        .ask(answer)
        .flatMap(isWritten ->
            isWritten
                ? Mono.just(answer.answered())
                // Somebody else took this step; what they wrote is the answer.
                : bookings.one(answer.intent().id()));
  }

  private static Answers.Answer answer(Intent intent, HoldAnswer answer) {
    return switch (answer) {
      case HoldAnswer.Held _ -> new Answers.Answer(intent, BookingStatus.CONFIRMED, List.of());
      case HoldAnswer.Refused refused ->
          new Answers.Answer(intent, BookingStatus.REFUSED, codes(refused));
      case HoldAnswer.Unanswered unanswered ->
          throw switch (unanswered.why()) {
            case BUSY -> ProblemException.busy(Duration.ofSeconds(1));
            case ID_REUSED -> new IllegalStateException(intent.id() + " holds something else");
          };
    };
  }

  private static List<Boolean> wereWritten(List<Answers.Answer> many, Set<UUID> written) {
    return many.stream().map(answer -> written.contains(answer.intent().id())).toList();
  }

  private Mono<Intent> settleTheHold(Intent intent) {
    return switch (intent.holdDue()) {
      case null -> Mono.just(intent);
      // Answered already: it was due only while the booking was a request.
      case CONFIRM -> Mono.just(intent);
      case RELEASE ->
          inventory.release(intent.id()).then(changes.holdSettled(intent.id())).thenReturn(intent);
      case END ->
          inventory
              .end(intent.id(), new HoldEnd(intent.period().to()))
              .then(changes.holdSettled(intent.id()))
              .thenReturn(intent);
    };
  }

  private static List<String> codes(HoldAnswer.Refused refused) {
    return refused.reasons().stream().map(Refusal::name).toList();
  }
}
