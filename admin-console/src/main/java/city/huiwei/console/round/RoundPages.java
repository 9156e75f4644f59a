package city.huiwei.console.round;

import city.huiwei.booking.contract.RoundDesk.NewRound;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The rounds of an operator, a new one, and each with its progress, matching and publication. */
@Pages
class RoundPages {

  private final Steering steering;
  private final Clock clock;

  RoundPages(Steering steering, Clock clock) {
    this.steering = steering;
    this.clock = clock;
  }

  /**
   * The dates of a new round as somebody typed them, in the city's time.
   *
   * @param key the number of this intent, made with the form: sent twice, it announces once
   */
  record Dates(
      @Nullable String key,
      @Nullable LocalDate startsOn,
      @Nullable LocalDateTime opensAt,
      @Nullable LocalDateTime closesAt,
      @Nullable LocalDateTime drawsAt,
      @Nullable LocalDateTime answersUntil,
      @Nullable LocalDateTime fillAnswersUntil) {}

  @GetMapping("/rounds")
  Mono<Rendering> rounds() {
    return page(suggested(), List.of()).map(Rendering.Builder::build);
  }

  /**
   * Four weeks to rank, a day to the draw, one week to answer, one to fill up, then the places
   * begin.
   */
  private Dates suggested() {
    var noon = LocalDate.now(clock).plusDays(1).atTime(12, 0);
    return new Dates(
        UUID.randomUUID().toString(),
        noon.toLocalDate().plusWeeks(8),
        noon,
        noon.plusWeeks(4),
        noon.plusWeeks(4).plusDays(1),
        noon.plusWeeks(5),
        noon.plusWeeks(6));
  }

  private Mono<Rendering.Builder<?>> page(Dates dates, List<Mistake> mistakes) {
    return steering
        .all()
        .map(all ->
            Rendering.view("console/rounds")
                .modelAttribute("rounds", all.items())
                .modelAttribute("dates", dates)
                .modelAttribute("mistakes", mistakes));
  }

  @PostMapping("/rounds")
  Mono<Rendering> announce(Dates dates) {
    return Mono.justOrEmpty(round(dates))
        .flatMap(round -> steering.announce(String.valueOf(dates.key()), round))
        .map(made -> Rendering.redirectTo("/rounds/" + made.id()).build())
        .switchIfEmpty(
            Mono.defer(() -> page(dates, List.of()))
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build()))
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .flatMap(mistakes -> page(dates, mistakes))
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build()));
  }

  private @Nullable NewRound round(Dates dates) {
    var zone = clock.getZone();
    return dates.startsOn() == null
            || dates.opensAt() == null
            || dates.closesAt() == null
            || dates.drawsAt() == null
            || dates.answersUntil() == null
            || dates.fillAnswersUntil() == null
        ? null
        : new NewRound(
            dates.startsOn(),
            dates.opensAt().atZone(zone).toInstant(),
            dates.closesAt().atZone(zone).toInstant(),
            dates.drawsAt().atZone(zone).toInstant(),
            dates.answersUntil().atZone(zone).toInstant(),
            dates.fillAnswersUntil().atZone(zone).toInstant());
  }

  @GetMapping("/rounds/{round}")
  Mono<Rendering> round(@PathVariable UUID round) {
    return file(round, List.of()).map(Rendering.Builder::build).switchIfEmpty(Refusals.notHere());
  }

  private Mono<Rendering.Builder<?>> file(UUID round, List<Mistake> mistakes) {
    return steering
        .file(round)
        .map(file ->
            Rendering.view("console/round")
                .modelAttribute("file", file)
                .modelAttribute("mistakes", mistakes));
  }

  @PostMapping("/rounds/{round}/runs/{run}")
  Mono<Rendering> match(@PathVariable UUID round, @PathVariable int run) {
    return done(round, steering.match(round, run).then());
  }

  @PostMapping("/rounds/{round}/runs/{run}/publication")
  Mono<Rendering> publish(@PathVariable UUID round, @PathVariable int run) {
    return done(round, steering.publish(round, run).then());
  }

  private Mono<Rendering> done(UUID round, Mono<Void> step) {
    return step.thenReturn(Rendering.redirectTo("/rounds/" + round).build())
        .onErrorResume(error ->
            Refusals.of(error)
                .flatMap(mistakes -> file(round, mistakes))
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build()));
  }

  @GetMapping("/rounds/classes")
  Mono<Rendering> classes(@RequestParam(required = false) @Nullable LocalDate day) {
    return steering
        .classes(day)
        .map(list -> Rendering.view("console/classes").modelAttribute("list", list).build());
  }

  @PostMapping("/rounds/classes")
  Mono<Rendering> declareAsStocked() {
    return steering.declareAsStocked().map(_ -> Rendering.redirectTo("/rounds/classes").build());
  }
}
