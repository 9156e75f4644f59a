package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.contract.RoundDesk.NewRound;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Staff announce a round with all its dates. */
@Service
class Scheduling {

  private final ChildcareRounds rounds;
  private final Applications applications;
  private final Childcare programme;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Scheduling(
      ChildcareRounds rounds, Applications applications, Programmes programmes, Clock clock) {
    this.rounds = rounds;
    this.applications = applications;
    this.programme = programmes.childcare();
    this.clock = clock;
  }

  /** Asked twice under one key it is one round. */
  Mono<ChildcareRound> announce(SignedIn staff, String key, NewRound dates) {
    var operator = requireNonNull(staff.operator());
    return rounds
        .withKey(operator, key)
        .switchIfEmpty(
            applications
                .now()
                .map(now -> round(operator, dates, now))
                .flatMap(round -> rounds.add(round, key, Account.of(staff).toString()))
                .switchIfEmpty(Mono.defer(() -> rounds.withKey(operator, key))))
        .flatMap(rounds::one);
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
