package city.huiwei.booking.draw;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.contract.DrawDesk.DrawFile;
import city.huiwei.booking.contract.DrawDesk.DrawLine;
import city.huiwei.booking.contract.DrawDesk.NewDraw;
import city.huiwei.booking.contract.DrawDesk.Replacement;
import city.huiwei.booking.contract.DrawDesk.Step;
import city.huiwei.booking.contract.DrawDesk.Turn;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Staff conduct their operator's draws, step by step. */
@Service
class Conducting {

  static final int PAGE = 50;

  private final Draws draws;
  private final Tickets tickets;
  private final Announcing announcing;
  private final Drawing drawing;
  private final TransactionalOperator transaction;

  Conducting(
      Draws draws,
      Tickets tickets,
      Announcing announcing,
      Drawing drawing,
      TransactionalOperator transaction) {
    this.draws = draws;
    this.tickets = tickets;
    this.announcing = announcing;
    this.drawing = drawing;
    this.transaction = transaction;
  }

  Mono<List<DrawLine>> desk(SignedIn staff, @Nullable String after) {
    return draws
        .at(requireNonNull(staff.operator()), after, PAGE)
        .map(DrawVoice::line)
        .collectList();
  }

  Mono<DrawFile> file(SignedIn staff, String draw) {
    return theirs(staff, draw).flatMap(this::file);
  }

  Mono<DrawFile> announce(SignedIn staff, NewDraw asked) {
    return round(asked.round())
        .map(round -> DrawVoice.announcement(asked, requireNonNull(staff.operator()), round))
        .flatMap(said -> announcing.announce(said, actor(staff)))
        .as(transaction::transactional)
        .flatMap(this::file);
  }

  Mono<DrawFile> take(SignedIn staff, String draw, Step step, Turn turn) {
    return theirs(staff, draw)
        .flatMap(_ -> taken(draw, step, turn, actor(staff)))
        .flatMap(this::file);
  }

  private Mono<DrawRecord> taken(String draw, Step step, Turn turn, String actor) {
    return switch (step) {
      case ANNOUNCE -> Mono.error(ProblemException::notFound);
      case FREEZE -> drawing.freeze(draw, actor);
      case WITNESS -> drawing.witness(draw, orNothing(turn.digits()), actor);
      case REVEAL -> drawing.reveal(draw, actor);
      case LIGHT -> drawing.light(draw, blankToNull(turn.record()), actor);
      case DRAW -> drawing.draw(draw, actor);
      case PUBLISH -> drawing.publish(draw, actor);
      case ABORT -> drawing.abort(draw, orNothing(turn.reason()), actor);
    };
  }

  /** The same people with the same tickets, for the same places, under another id and seed. */
  Mono<DrawFile> replace(SignedIn staff, String draw, Replacement asked) {
    return theirs(staff, draw)
        .zipWith(round(asked.round()))
        .map(both -> DrawVoice.replacing(both.getT1().announcement(), asked, both.getT2()))
        .flatMap(said -> announcing.announce(said, actor(staff)))
        .delayUntil(made -> tickets.carryOver(draw, made.id()))
        .as(transaction::transactional)
        .flatMap(this::file);
  }

  private Mono<DrawFile> file(DrawRecord draw) {
    return tickets
        .count(draw.id())
        .zipWith(draws.log(draw.id()).map(DrawVoice::done).collectList())
        .map(both -> DrawVoice.file(draw, both.getT1(), both.getT2()));
  }

  private Mono<DrawRecord> theirs(SignedIn staff, String draw) {
    return draws
        .one(draw)
        .filter(found -> staff.worksFor(found.announcement().operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private static Mono<Round> round(String text) {
    return Mono.justOrEmpty(Round.parse(text))
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-request",
                    List.of(Reason.of("BEACON_UNKNOWN", "round")))));
  }

  private static String actor(SignedIn staff) {
    return Account.of(staff).toString();
  }

  private static String orNothing(@Nullable String said) {
    return Optional.ofNullable(said).orElse("").strip();
  }

  private static @Nullable String blankToNull(@Nullable String said) {
    return said == null || said.isBlank() ? null : said;
  }
}
