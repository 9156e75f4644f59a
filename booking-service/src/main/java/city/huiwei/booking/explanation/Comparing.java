package city.huiwei.booking.explanation;

import static java.util.stream.Collectors.toCollection;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.estimate.Estimating;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.offer.Offer;
import city.huiwei.edge.Reason;
import city.huiwei.edge.Words;
import city.huiwei.inventory.contract.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds an application against those to whom places were offered, without showing any of them. */
@Service
class Comparing {

  private static final int MOST_STATES = 500;
  private static final int MOST_GIVEN = 10;
  private static final int MOST_SITES = 20;

  private final Applying applying;
  private final GivenPlaces given;
  private final Estimating estimating;
  private final Words words;

  Comparing(Applying applying, GivenPlaces given, Estimating estimating, Words words) {
    this.applying = applying;
    this.given = given;
    this.estimating = estimating;
    this.words = words;
  }

  /**
   * By site with places that fit, what ranked the last one there and what would have changed it.
   */
  Mono<List<Explanation.CutOff>> cutOffs(
      Application own, Answers need, Explanation.Key key, Locale locale) {
    var programme = applying.programme(own);
    return estimating
        .places(programme)
        .map(places ->
            places.stream()
                .filter(place -> programme.misfits(need, place).isEmpty())
                .map(Place::site)
                .collect(toCollection(TreeSet::new)))
        .flatMapMany(sites -> given.lastAdmitted(programme.code(), sites))
        .take(MOST_SITES)
        .map(last ->
            new Explanation.CutOff(
                last.site(), last.key(), words.line(Change.of(key, last.key()), locale)))
        .collectList();
  }

  /** The latest places that went to somebody behind, each with why. */
  Mono<List<Explanation.PassedOver>> passedOver(
      Application own, Answers need, String ranking, List<Offer> offers, Locale locale) {
    var programme = applying.programme(own);
    return Mono.zip(given.states(own.id(), MOST_STATES).collectList(), estimating.places(programme))
        .flatMap(known -> {
          var states = known.getT1();
          var why = new WhyPassed(programme, need, states, refused(offers));
          return since(states)
              .flatMapMany(since -> given.behind(own.programme(), ranking, since, MOST_GIVEN))
              .flatMapIterable(place -> passedOver(why, place, known.getT2(), locale))
              .collectList();
        });
  }

  private static List<WhyPassed.Refused> refused(List<Offer> offers) {
    return offers.stream()
        .filter(offer -> offer.state() == Offer.State.REFUSED)
        .flatMap(offer ->
            offer.pools().stream()
                .map(pool -> new WhyPassed.Refused(pool, offer.grounds().listed())))
        .toList();
  }

  private static Mono<Instant> since(List<StateSince> states) {
    return Flux.fromIterable(states)
        .filter(it -> it.state() == ApplicationState.QUEUED)
        .next()
        .map(StateSince::at);
  }

  /** Of a place that has left the stock nothing can be said any more. */
  private List<Explanation.PassedOver> passedOver(
      WhyPassed why, GivenPlace place, List<Place> places, Locale locale) {
    var its = places.stream().filter(it -> place.pools().contains(it.pool())).toList();
    return its.isEmpty()
        ? List.of()
        : List.of(
            new Explanation.PassedOver(
                place.offered(),
                place.site(),
                place.begins(),
                why.reasons(place, its).stream()
                    .map(code -> words.line(Reason.of(code), locale))
                    .toList()));
  }
}
