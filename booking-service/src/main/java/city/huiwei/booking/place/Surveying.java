package city.huiwei.booking.place;

import city.huiwei.booking.programme.Programme;
import city.huiwei.booking.programme.Programmes;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts what each programme has; the figures are at most a minute old. */
@Service
class Surveying {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Listing listing;
  private final Map<String, Mono<Survey>> surveys;

  Surveying(Listing listing, Programmes programmes) {
    this.listing = listing;
    this.surveys =
        programmes.all().stream()
            .map(Programme::code)
            .collect(
                Collectors.toUnmodifiableMap(
                    code -> code,
                    // A failure is not kept: the next reader asks again.
                    code -> count(code).cache(_ -> FRESH, _ -> Duration.ZERO, () -> FRESH)));
  }

  Mono<Survey> of(String programme) {
    return surveys.getOrDefault(programme, Mono.empty());
  }

  /** Every programme that could be counted in a moment, by its code. */
  Mono<Map<String, Survey>> all() {
    return Flux.fromIterable(surveys.entrySet())
        .flatMap(survey ->
            survey
                .getValue()
                .timeout(A_MOMENT)
                .map(figures -> Map.entry(survey.getKey(), figures))
                .onErrorComplete())
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Mono<Survey> count(String programme) {
    return listing.all(programme).map(Survey::of);
  }
}
