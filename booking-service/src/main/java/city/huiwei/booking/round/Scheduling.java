package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.RoundDesk.NewRound;
import city.huiwei.booking.draw.Announcement;
import city.huiwei.booking.draw.Announcing;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Staff announce a round with all its dates, and the draw of its families' numbers. */
@Service
class Scheduling {

  private final ChildcareRounds rounds;
  private final Applications applications;
  private final Announcing announcing;
  private final Childcare programme;
  private final TransactionalOperator transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Scheduling(
      ChildcareRounds rounds,
      Applications applications,
      Announcing announcing,
      Programmes programmes,
      TransactionalOperator transaction,
      Clock clock) {
    this.rounds = rounds;
    this.applications = applications;
    this.announcing = announcing;
    this.programme = programmes.childcare();
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Asked twice under one key it is one round. */
  Mono<ChildcareRound> announce(SignedIn staff, String key, NewRound dates) {
    var operator = requireNonNull(staff.operator());
    var actor = Account.of(staff).toString();
    return rounds
        .withKey(operator, key)
        .switchIfEmpty(
            applications
                .now()
                .map(now -> round(operator, dates, now))
                .flatMap(round ->
                    rounds
                        .add(round, key, actor)
                        .delayUntil(_ -> announcing.announce(draw(round, dates.drawsAt()), actor)))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.defer(() -> rounds.withKey(operator, key))))
        .flatMap(rounds::one);
  }

  /** All children of a round are placed at once: what is drawn is who comes first among equals. */
  private static Announcement draw(ChildcareRound round, Instant drawsAt) {
    return new Announcement(
        Childcare.CODE + "-" + round.id(),
        Announcement.Kind.ROUND,
        round.id(),
        round.operator(),
        round.rulesVersion(),
        0,
        List.of(),
        ReserveOrder.MINIMUM_GUARANTEE,
        round.closesAt(),
        drawsAt,
        new Round.None(),
        null);
  }

  private ChildcareRound round(String operator, NewRound dates, Instant now) {
    var wrong = new RoundPlan(dates, now, clock.getZone()).reasons();
    if (!wrong.isEmpty()) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", wrong);
    }
    return new ChildcareRound(
        UuidCreator.getTimeOrderedEpoch(),
        Reference.random(random),
        operator,
        dates.startsOn(),
        dates.opensAt(),
        dates.closesAt(),
        dates.answersUntil(),
        dates.fillAnswersUntil(),
        programme.rulesVersion(),
        0,
        0,
        now);
  }
}
