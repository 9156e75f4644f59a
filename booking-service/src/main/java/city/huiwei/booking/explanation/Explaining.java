package city.huiwei.booking.explanation;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationAnswer;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Decision;
import city.huiwei.booking.application.Decisions;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.application.Readings;
import city.huiwei.booking.estimate.Asker;
import city.huiwei.booking.estimate.Estimate;
import city.huiwei.booking.estimate.Estimating;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.offer.Answering;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.offer.OfferAnswer;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells people where their application stands and why. */
@Service
public class Explaining {

  private static final String SYSTEM = "system";

  private final Applying applying;
  private final Applications applications;
  private final Decisions decisions;
  private final Readings readings;
  private final Dossiers dossiers;
  private final Answering answering;
  private final Estimating estimating;
  private final Comparing comparing;
  private final Words words;

  Explaining(
      Applying applying,
      Applications applications,
      Decisions decisions,
      Readings readings,
      Dossiers dossiers,
      Answering answering,
      Estimating estimating,
      Comparing comparing,
      Words words) {
    this.applying = applying;
    this.applications = applications;
    this.decisions = decisions;
    this.readings = readings;
    this.dossiers = dossiers;
    this.answering = answering;
    this.estimating = estimating;
    this.comparing = comparing;
    this.words = words;
  }

  public Mono<Explanation> explain(SignedIn who, UUID id, Locale locale) {
    return applying
        .own(who, id)
        .zipWhen(_ -> answering.of(who, id).collectList())
        .flatMap(both ->
            Mono.zip(
                    rank(both.getT1(), both.getT2(), locale),
                    decisions.of(id).collectList(),
                    readings.of(id).map(Explaining::answer).collectList(),
                    applications.now())
                .map(all ->
                    new Explanation(
                        ApplicationAnswer.of(both.getT1(), dossiers.open(both.getT1())),
                        all.getT1().orElse(null),
                        words.line(Next.of(both.getT1().state()), locale),
                        appealUntil(all.getT2(), all.getT4()),
                        all.getT2().stream().map(decision -> answer(decision, locale)).toList(),
                        both.getT2().stream().map(OfferAnswer::of).toList(),
                        all.getT3())));
  }

  private static @Nullable Instant appealUntil(List<Decision> decisions, Instant now) {
    return decisions.stream()
        .map(Decision::appealUntil)
        .filter(until -> until != null && until.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  private Mono<Optional<Explanation.Rank>> rank(
      Application own, List<Offer> offers, Locale locale) {
    var standing = own.standing();
    var need = own.need();
    return standing == null
            || need == null
            || !own.state().isRanked()
            || applying.programme(own).isPlacedByRounds()
        ? Mono.just(Optional.empty())
        : applications
            .ahead(own.programme(), standing.ranking())
            .flatMap(ahead ->
                Mono.zip(
                        last(own),
                        estimate(own, standing, need, ahead),
                        comparing.cutOffs(own, need, key(standing), locale),
                        comparing.passedOver(own, need, standing.ranking(), offers, locale))
                    .map(all ->
                        new Explanation.Rank(
                            ahead + 1,
                            key(standing),
                            all.getT1().orElse(null),
                            all.getT1()
                                .map(last -> words.line(Change.of(key(standing), last), locale))
                                .orElse(null),
                            all.getT2(),
                            all.getT3(),
                            all.getT4())))
            .map(Optional::of);
  }

  private Mono<Optional<Explanation.Key>> last(Application own) {
    return applications
        .lastAdmitted(own.programme())
        .map(Explaining::key)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private Mono<Estimate> estimate(
      Application own, Application.Standing standing, Answers need, long ahead) {
    var asker =
        new Asker(
            standing.ranking(),
            standing.category(),
            standing.points(),
            need,
            own.id().getLeastSignificantBits());
    return estimating
        .estimate(applying.programme(own), asker, ahead)
        .flatMap(estimate ->
            own.state() == ApplicationState.QUEUED
                ? estimating.tell(own.id(), own.programme(), estimate)
                : Mono.just(estimate));
  }

  private static Explanation.Key key(Application.Standing standing) {
    return new Explanation.Key(standing.category(), standing.points(), standing.since());
  }

  private Explanation.DecisionAnswer answer(Decision decision, Locale locale) {
    var standing = decision.standing();
    return new Explanation.DecisionAnswer(
        decision.id(),
        decision.at(),
        decision.kind().name(),
        decision.outcome(),
        decision.rulesVersion(),
        decision.rulesHash(),
        decision.engine(),
        standing == null ? null : key(standing),
        !decision.decidedBy().equals(SYSTEM),
        decision.reasons().stream().map(reason -> words.line(reason, locale)).toList(),
        decision.appealUntil());
  }

  private static Explanation.ReadingAnswer answer(Readings.Reading reading) {
    return new Explanation.ReadingAnswer(reading.at(), reading.operator(), reading.reason());
  }
}
