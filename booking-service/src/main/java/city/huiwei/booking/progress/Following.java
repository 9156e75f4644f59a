package city.huiwei.booking.progress;

import city.huiwei.booking.appeal.AppealAnswer;
import city.huiwei.booking.appeal.Appealing;
import city.huiwei.booking.application.ApplicationAnswer;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.explanation.Explaining;
import city.huiwei.booking.explanation.Explanation;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.offer.OfferAnswer;
import city.huiwei.booking.rating.Grade;
import city.huiwei.booking.rating.Rating;
import city.huiwei.booking.residence.Residence;
import city.huiwei.booking.residence.Residing;
import city.huiwei.edge.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gathers how far an application has come, for who may act for it. */
@Service
class Following {

  private final Explaining explaining;
  private final Appealing appealing;
  private final Residing residing;
  private final Rating rating;
  private final States states;
  private final WorkingHours hours;
  private final ProgressRules rules;
  private final Clock clock;

  Following(
      Explaining explaining,
      Appealing appealing,
      Residing residing,
      Rating rating,
      States states,
      WorkingHours hours,
      ProgressRules rules,
      Clock clock) {
    this.explaining = explaining;
    this.appealing = appealing;
    this.residing = residing;
    this.rating = rating;
    this.states = states;
    this.hours = hours;
    this.rules = rules;
    this.clock = clock;
  }

  Mono<Progress> follow(SignedIn who, UUID id, Locale locale) {
    return Mono.zip(
            explaining.explain(who, id, locale),
            states.of(id).collectList(),
            appealing.about(who, id),
            residing.of(who, id),
            rating.of(who, id).map(Optional::of).defaultIfEmpty(Optional.empty()))
        .map(all ->
            progress(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5().orElse(null)));
  }

  private Progress progress(
      Explanation told,
      List<States.Since> states,
      List<AppealAnswer> appeals,
      List<Residence> residences,
      @Nullable Grade grade) {
    var reached =
        new Reached(
            moments(states, States.Since::first),
            moments(states, States.Since::last),
            checkBy(told.application()),
            answerBy(told),
            objectBy(told),
            residences.stream().anyMatch(residence -> residence.state().isMovedIn()));
    var steps = Step.of(told.application().state(), reached);
    return new Progress(told, steps, appeals, residences, grade, clock.instant());
  }

  private static Map<ApplicationState, Instant> moments(
      List<States.Since> states, Function<States.Since, Instant> moment) {
    return states.stream().collect(Collectors.toMap(States.Since::state, moment));
  }

  private @Nullable Instant checkBy(ApplicationAnswer application) {
    var since = application.since();
    return since == null ? null : hours.afterDays(since, rules.checkDays());
  }

  private static @Nullable Instant answerBy(Explanation told) {
    return told.offers().stream()
        .filter(offer -> offer.state() == Offer.State.OPEN)
        .map(OfferAnswer::deadline)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Instant objectBy(Explanation told) {
    return told.decisions().stream()
        .flatMap(decision -> Optional.ofNullable(decision.appealUntil()).stream())
        .filter(until -> until.isAfter(clock.instant()))
        .findFirst()
        .orElse(null);
  }
}
