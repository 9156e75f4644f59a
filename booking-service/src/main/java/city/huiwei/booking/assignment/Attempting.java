package city.huiwei.booking.assignment;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.ReserveDesk.Group;
import city.huiwei.booking.contract.ReserveDesk.Trial;
import city.huiwei.booking.contract.ReserveDesk.TrialAsk;
import city.huiwei.edge.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tries out what a reserve does to a draw; it takes seconds, and so a thread of its own. */
@Service
class Attempting implements DisposableBean {

  private static final int WAITING = 8;
  private static final Duration SOON = Duration.ofSeconds(5);

  /** One at a time: the other processor is for those who book. */
  private final Scheduler trials = Schedulers.newBoundedElastic(1, WAITING, "reserve-trials");

  Mono<Trial> attempt(TrialAsk ask) {
    var reasons = TrialCheck.reasons(ask);
    return reasons.isEmpty()
        ? Mono.fromSupplier(() -> tried(ask))
            .subscribeOn(trials)
            .onErrorMap(RejectedExecutionException.class, _ -> ProblemException.busy(SOON))
        : Mono.error(
            new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", reasons));
  }

  private static Trial tried(TrialAsk ask) {
    long begun = System.nanoTime();
    var trial = trial(ask);
    var outcomes = TrialCheck.orders(ask).stream().map(trial::under).toList();
    var took = Duration.ofNanos(System.nanoTime() - begun);
    return new Trial(trial.places(), trial.rounds(), trial.seed(), outcomes, took.toMillis());
  }

  private static ReserveTrial trial(TrialAsk ask) {
    List<@Nullable Group> groups = requireNonNull(ask.groups());
    return new ReserveTrial(
        requireNonNull(ask.capacity()),
        groups.stream().map(Attempting::group).toList(),
        requireNonNull(ask.others()),
        requireNonNull(ask.rounds()),
        requireNonNull(ask.seed()));
  }

  private static ReserveTrial.Group group(@Nullable Group group) {
    var some = requireNonNull(group);
    return new ReserveTrial.Group(
        requireNonNull(some.category()),
        requireNonNull(some.applicants()),
        requireNonNull(some.reserved()));
  }

  @Override
  public void destroy() {
    trials.dispose();
  }
}
