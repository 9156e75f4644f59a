package city.huiwei.booking.round;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.childcare.Count;
import city.huiwei.booking.childcare.Counting;
import city.huiwei.booking.childcare.SeatHeld;
import city.huiwei.booking.draw.Announcement;
import city.huiwei.booking.draw.DrawRecord;
import city.huiwei.booking.draw.Draws;
import city.huiwei.booking.draw.Results;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.offer.Proposing;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Has the engine place all children of a round at once, fill up what was not taken, and publish.
 */
@Service
class Matchmaking {

  static final int MOST_ENTRIES = 100_000;

  private static final Set<Offer.State> PENDING =
      EnumSet.of(Offer.State.PROPOSED, Offer.State.OPEN, Offer.State.ACCEPTED);

  private final ChildcareRounds rounds;
  private final RoundEntries entries;
  private final RoundRuns runs;
  private final Applications applications;
  private final Counting counting;
  private final Draws draws;
  private final Results results;
  private final Proposing proposing;
  private final Engine engine;
  private final TransactionalOperator transaction;

  Matchmaking(
      ChildcareRounds rounds,
      RoundEntries entries,
      RoundRuns runs,
      Applications applications,
      Counting counting,
      Draws draws,
      Results results,
      Proposing proposing,
      Programmes programmes,
      TransactionalOperator transaction) {
    this.rounds = rounds;
    this.entries = entries;
    this.runs = runs;
    this.applications = applications;
    this.counting = counting;
    this.draws = draws;
    this.results = results;
    this.proposing = proposing;
    this.engine = new Engine(programmes.childcare());
    this.transaction = transaction;
  }

  /** Makes a run, once; when it cannot be made now, that is a problem which says why. */
  Mono<RoundRun> make(SignedIn staff, UUID id, int run) {
    return theirs(staff, id)
        .flatMap(round ->
            Objects.equals(round.runToMake(), run)
                ? draw(id).flatMap(draw -> make(round, run, draw))
                : Mono.error(conflict("WRONG_STATE")))
        .flatMap(made -> keep(made, Account.of(staff).toString()));
  }

  /** A round that their operator runs; a problem when there is none of that id. */
  Mono<ChildcareRound> theirs(SignedIn staff, UUID id) {
    return rounds
        .one(id)
        .filter(round -> staff.worksFor(round.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private Mono<DrawRecord> draw(UUID round) {
    return draws
        .of(Announcement.Kind.ROUND, round)
        .filter(DrawRecord::isPublished)
        .next()
        .switchIfEmpty(Mono.error(() -> conflict("DRAW_NOT_PUBLISHED")));
  }

  private Mono<Engine.Made> make(ChildcareRound round, int run, DrawRecord draw) {
    return Mono.zip(
            entries.in(round.id(), MOST_ENTRIES).collectList(),
            counting.on(round.startsOn()),
            results
                .inOrder(draw.id(), 0, MOST_ENTRIES)
                .collectMap(it -> it.ticket().ticket(), it -> it.number().hex()),
            run == 1 ? Mono.just(List.<Lineup.Answered>of()) : answered(round.id(), run - 1))
        .flatMap(all ->
            applications
                .some(children(all.getT1(), all.getT2()))
                .collectMap(Application::id)
                .map(known -> new Lineup(all.getT2(), known, all.getT3(), all.getT4()))
                .publishOn(Schedulers.boundedElastic())
                .map(lineup -> engine.make(round, run, draw.id(), lineup, all.getT1())));
  }

  private static List<UUID> children(List<Entry> entered, Count count) {
    return Stream.concat(
            entered.stream().flatMap(entry -> entry.wishes().children().stream()),
            count.seats().stream().map(SeatHeld::application).map(Application::id))
        .distinct()
        .toList();
  }

  /** What the run before gave, once all of it is answered. */
  private Mono<List<Lineup.Answered>> answered(UUID round, int run) {
    return runs.in(round, run)
        .collectList()
        .flatMap(placed ->
            proposing
                .states(placed.stream().flatMap(each -> Stream.ofNullable(each.offer())).toList())
                .map(states ->
                    placed.stream()
                        .map(each -> {
                          var offer = each.offer();
                          return new Lineup.Answered(
                              each.placement(), offer == null ? null : states.get(offer));
                        })
                        .toList()))
        .filter(all -> all.stream().map(Lineup.Answered::state).noneMatch(PENDING::contains))
        .switchIfEmpty(Mono.error(() -> conflict("OFFERS_PENDING")));
  }

  private Mono<RoundRun> keep(Engine.Made made, String actor) {
    var run = made.run();
    return runs.add(run, made.market(), actor)
        .switchIfEmpty(Mono.error(() -> conflict("WRONG_STATE")))
        .flatMap(number -> runs.place(run.round(), number, made.placements()).thenReturn(run))
        .as(transaction::transactional);
  }

  /** Shows a run to everybody; from then on its places are offered. */
  Mono<ChildcareRound> publish(SignedIn staff, UUID id, int run) {
    return theirs(staff, id)
        .flatMap(round -> runs.publish(id, run, Account.of(staff).toString()))
        .filter(done -> done)
        .switchIfEmpty(Mono.error(() -> conflict("WRONG_STATE")))
        .flatMap(_ -> rounds.one(id));
  }

  static ProblemException conflict(String code) {
    return new ProblemException(HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of(code)));
  }
}
