package city.huiwei.console.round;

import city.huiwei.booking.contract.ClassDesk.ClassFile;
import city.huiwei.booking.contract.ClassDesk.Said;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is said of one class: its carers, its licence and its dates. */
@Pages
class ClassPages {

  private final Steering steering;
  private final Clock clock;

  ClassPages(Steering steering, Clock clock) {
    this.steering = steering;
    this.clock = clock;
  }

  /** As somebody typed it; what is absent was left empty. */
  record Typed(
      @Nullable Integer carers,
      @Nullable Integer licensedPlaces,
      @Nullable LocalDate licensedFrom,
      @Nullable LocalDate licensedUntil,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn,
      int version) {

    static Typed of(ClassFile file, LocalDate today) {
      var said = file.said();
      return said == null
          ? new Typed(0, file.units(), today, null, today, null, 0)
          : new Typed(
              said.carers(),
              said.licensedPlaces(),
              said.licensedFrom(),
              said.licensedUntil(),
              said.opensOn(),
              said.closesOn(),
              said.version());
    }

    Said said(LocalDate today) {
      return new Said(
          Objects.requireNonNullElse(carers, -1),
          Objects.requireNonNullElse(licensedPlaces, -1),
          Objects.requireNonNullElse(licensedFrom, today),
          licensedUntil,
          Objects.requireNonNullElse(opensOn, today),
          closesOn,
          version);
    }
  }

  @GetMapping("/rounds/classes/{pool}")
  Mono<Rendering> one(@PathVariable String pool) {
    return page(pool, null, List.of())
        .map(Rendering.Builder::build)
        .switchIfEmpty(Refusals.notHere());
  }

  private Mono<Rendering.Builder<?>> page(
      String pool, @Nullable Typed typed, List<Mistake> mistakes) {
    return steering
        .classes(null)
        .flatMapIterable(list -> list.classes())
        .filter(file -> file.pool().equals(pool))
        .next()
        .map(file ->
            Rendering.view("console/class")
                .modelAttribute("file", file)
                .modelAttribute(
                    "typed", typed == null ? Typed.of(file, LocalDate.now(clock)) : typed)
                .modelAttribute("mistakes", mistakes));
  }

  @PostMapping("/rounds/classes/{pool}")
  Mono<Rendering> declare(@PathVariable String pool, Typed typed) {
    return steering
        .declare(pool, typed.said(LocalDate.now(clock)))
        .map(_ -> Rendering.redirectTo("/rounds/classes").build())
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .flatMap(mistakes -> page(pool, typed, mistakes))
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build()));
  }
}
