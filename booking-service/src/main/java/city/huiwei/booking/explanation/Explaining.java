package city.huiwei.booking.explanation;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationAnswer;
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
import city.huiwei.booking.offer.OfferAnswer;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.Words;
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
  private final Words words;

  Explaining(
      Applying applying,
      Applications applications,
      Decisions decisions,
      Readings readings,
      Dossiers dossiers,
      Answering answering,
      Estimating estimating,
      Words words) {
    this.applying = applying;
    this.applications = applications;
    this.decisions = decisions;
    this.readings = readings;
    this.dossiers = dossiers;
    this.answering = answering;
    this.estimating = estimating;
    this.words = words;
  }

  public Mono<Explanation> explain(SignedIn who, UUID id, Locale locale) {
    return applying
        .own(who, id)
        .flatMap(own ->
            Mono.zip(
                    rank(own, locale),
                    decisions.of(id).map(decision -> answer(decision, locale)).collectList(),
                    answering.of(who, id).map(OfferAnswer::of).collectList(),
                    readings.of(id).map(Explaining::answer).collectList())
                .map(all ->
                    new Explanation(
                        ApplicationAnswer.of(own, dossiers.open(own)),
                        all.getT1().orElse(null),
                        all.getT2(),
                        all.getT3(),
                        all.getT4())));
  }

  private Mono<Optional<Explanation.Rank>> rank(Application own, Locale locale) {
    var standing = own.standing();
    var need = own.need();
    return standing == null || need == null || !own.state().isRanked()
        ? Mono.just(Optional.empty())
        : applications
            .ahead(own.programme(), standing.ranking())
            .zipWith(last(own))
            .flatMap(both ->
                estimate(own, standing, need, both.getT1())
                    .map(waiting ->
                        rank(both.getT1(), standing, both.getT2().orElse(null), waiting, locale)))
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
    return estimating.estimate(applying.programme(own), asker, ahead);
  }

  private Explanation.Rank rank(
      long ahead,
      Application.Standing standing,
      Explanation.@Nullable Key last,
      Estimate waiting,
      Locale locale) {
    var own = key(standing);
    var change = last == null ? null : words.line(Change.of(own, last), locale);
    return new Explanation.Rank(ahead + 1, own, last, change, waiting);
  }

  private static Explanation.Key key(Application.Standing standing) {
    return new Explanation.Key(standing.category(), standing.points(), standing.since());
  }

  private Explanation.DecisionAnswer answer(Decision decision, Locale locale) {
    return new Explanation.DecisionAnswer(
        decision.id(),
        decision.at(),
        decision.kind().name(),
        decision.outcome(),
        decision.rulesVersion(),
        !decision.decidedBy().equals(SYSTEM),
        decision.reasons().stream().map(reason -> words.line(reason, locale)).toList(),
        decision.appealUntil());
  }

  private static Explanation.ReadingAnswer answer(Readings.Reading reading) {
    return new Explanation.ReadingAnswer(reading.at(), reading.operator(), reading.reason());
  }
}
