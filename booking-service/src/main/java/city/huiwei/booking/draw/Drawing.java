package city.huiwei.booking.draw;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Beacon;
import city.huiwei.booking.ballot.Blocks;
import city.huiwei.booking.ballot.Draw;
import city.huiwei.booking.ballot.DrawAnswer;
import city.huiwei.booking.ballot.DrawnList;
import city.huiwei.booking.ballot.FreezeAnswer;
import city.huiwei.booking.ballot.Refusal;
import city.huiwei.booking.ballot.Refused;
import city.huiwei.booking.ballot.Revealed;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.ballot.TicketList;
import city.huiwei.booking.beacon.Heard;
import city.huiwei.booking.beacon.Listening;
import city.huiwei.booking.draw.Draws.Trace;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The steps of a draw, each once, in order and at its time; a step that is refused writes nothing.
 */
@Service
public class Drawing {

  /** Above any batch of this city; it bounds what one step holds in memory. */
  static final int MOST_TICKETS = 500_000;

  static final int LONGEST_REASON = 500;

  private static final Duration SOON = Duration.ofSeconds(2);

  private final Draws draws;
  private final Tickets tickets;
  private final Results results;
  private final Announcing announcing;
  private final Listening beacons;
  private final TransactionalOperator transaction;

  /** One list at a time is in memory. */
  private final Semaphore oneList = new Semaphore(1);

  Drawing(
      Draws draws,
      Tickets tickets,
      Results results,
      Announcing announcing,
      Listening beacons,
      TransactionalOperator transaction) {
    this.draws = draws;
    this.tickets = tickets;
    this.results = results;
    this.announcing = announcing;
    this.beacons = beacons;
    this.transaction = transaction;
  }

  /** After the deadline nobody enters or leaves; root and count are public from now on. */
  public Mono<DrawRecord> freeze(String draw, String actor) {
    return alone(
        step(
            draw,
            DrawStep.FREEZE,
            actor,
            (found, trace) ->
                list(found)
                    .delayUntil(list -> tickets.addBlocks(draw, Blocks.of(list)))
                    .flatMap(list -> draws.freeze(draw, list.root(), list.count(), trace))));
  }

  /**
   * What was thrown in public after the freeze.
   *
   * @param digits as thrown in public: digits, blanks between them
   */
  public Mono<DrawRecord> witness(String draw, String digits, String actor) {
    return step(
        draw,
        DrawStep.WITNESS,
        actor,
        (_, trace) ->
            Draw.areDigits(digits)
                ? draws.witness(draw, digits, trace)
                : Mono.error(malformed(Reason.of("DRAW_DIGITS_MALFORMED", "digits"))));
  }

  /** Before the beacon speaks, so that nobody gains by withholding the seed. */
  public Mono<DrawRecord> reveal(String draw, String actor) {
    return step(
        draw,
        DrawStep.REVEAL,
        actor,
        (found, trace) -> {
          var seed = announcing.seedOf(found);
          return Draw.commitment(draw, seed).equals(found.commitment())
              ? draws.reveal(draw, seed, trace)
              : Mono.error(refused(List.of(Reason.of("BALLOT_COMMITMENT_DIFFERS"))));
        });
  }

  /**
   * The value that nobody here controls, once its time has come.
   *
   * @param record of the beacon's round, brought by hand; absent to ask the beacon itself
   */
  public Mono<DrawRecord> light(String draw, @Nullable String record, String actor) {
    return may(draw, DrawStep.LIGHT)
        .map(found -> found.announcement().round())
        .flatMap(
            round -> record == null ? beacons.hear(round) : Mono.just(beacons.check(round, record)))
        .flatMap(Drawing::genuine)
        .flatMap(beacon ->
            step(
                draw,
                DrawStep.LIGHT,
                actor,
                (_, trace) -> draws.light(draw, beacon.value(), trace)));
  }

  /** Numbers and ranks are written, for nobody to see yet. */
  public Mono<DrawRecord> draw(String draw, String actor) {
    return alone(
        step(
            draw,
            DrawStep.DRAW,
            actor,
            (found, trace) ->
                list(found)
                    .flatMap(list -> computed(() -> drawn(list, found)))
                    .flatMap(answer ->
                        answer instanceof DrawnList drawn ? Mono.just(drawn) : no((Refused) answer))
                    .delayUntil(drawn -> results.add(draw, drawn.tickets()))
                    .flatMap(drawn -> draws.drawn(draw, drawn.key(), trace))));
  }

  public Mono<DrawRecord> publish(String draw, String actor) {
    return step(draw, DrawStep.PUBLISH, actor, (_, trace) -> draws.publish(draw, trace));
  }

  /**
   * The record stays, and the id is never used again.
   *
   * @param reason public: 1 to 500 characters
   */
  public Mono<DrawRecord> abort(String draw, String reason, String actor) {
    var why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return Mono.error(
          malformed(new Reason("DRAW_REASON_LENGTH", "reason", Map.of("most", LONGEST_REASON))));
    }
    return step(
        draw,
        DrawStep.ABORT,
        actor,
        (_, trace) -> draws.abort(draw, new Trace(trace.step(), why, actor)));
  }

  /** Writes what comes of a step; false when the draw was not where the step begins. */
  @FunctionalInterface
  private interface Writing {
    Mono<Boolean> write(DrawRecord found, Trace trace);
  }

  private Mono<DrawRecord> step(String draw, DrawStep step, String actor, Writing writing) {
    return draws
        .locked(draw)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(found -> ordered(step, found))
        .flatMap(found -> writing.write(found, new Trace(step, "", actor)))
        .filter(written -> written)
        .switchIfEmpty(Mono.error(() -> refused(List.of(Reason.of("DRAW_OUT_OF_ORDER")))))
        .then(Mono.defer(() -> draws.one(draw)))
        .as(transaction::transactional);
  }

  private Mono<DrawRecord> may(String draw, DrawStep step) {
    return draws
        .one(draw)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(found -> ordered(step, found));
  }

  private static Mono<DrawRecord> ordered(DrawStep step, DrawRecord found) {
    var against = StepOrder.against(step, found);
    return against.isEmpty() ? Mono.just(found) : Mono.error(refused(against));
  }

  private Mono<TicketList> list(DrawRecord found) {
    return tickets
        .all(found.id(), MOST_TICKETS)
        .collectList()
        .flatMap(all -> computed(() -> frozen(found.id(), all)))
        .flatMap(
            answer -> answer instanceof TicketList list ? Mono.just(list) : no((Refused) answer));
  }

  private static FreezeAnswer frozen(String draw, List<Ticket> all) {
    return all.size() > MOST_TICKETS
        ? new Refused(List.of(new Refusal.TooManyTickets(all.size(), MOST_TICKETS)))
        : TicketList.frozen(draw, all);
  }

  private static DrawAnswer drawn(TicketList list, DrawRecord found) {
    var round = found.announcement().round();
    return Draw.draw(
        list,
        found.announced(),
        new Revealed(
            requireNonNull(found.officeSeed()),
            requireNonNull(found.witnessDigits()),
            new Beacon(round, requireNonNull(found.beaconValue()))));
  }

  private static Mono<Beacon> genuine(Heard heard) {
    return switch (heard) {
      case Heard.Genuine(var beacon) -> Mono.just(beacon);
      case Heard.Doubtful(var doubt) -> Mono.error(refused(List.of(Reason.of(doubt.code()))));
    };
  }

  /** Not on an event loop: a long list takes a while. */
  private static <T> Mono<T> computed(Callable<T> computation) {
    return Mono.fromCallable(computation).subscribeOn(Schedulers.boundedElastic());
  }

  /** Given back before the answer is, so that who asks again at once is not told to wait. */
  private <T> Mono<T> alone(Mono<T> step) {
    return Mono.defer(() ->
        oneList.tryAcquire()
            ? Mono.using(() -> oneList, _ -> step, Semaphore::release)
            : Mono.error(ProblemException.busy(SOON)));
  }

  private static <T> Mono<T> no(Refused refused) {
    return Mono.error(refused(refused.reasons().stream().map(BallotReason::of).limit(20).toList()));
  }

  private static ProblemException refused(List<Reason> reasons) {
    return new ProblemException(HttpStatus.CONFLICT, "draw-refused", reasons);
  }

  private static ProblemException malformed(Reason reason) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", List.of(reason));
  }
}
