package city.huiwei.console.draw;

import city.huiwei.booking.contract.DrawDesk.Step;
import city.huiwei.booking.contract.DrawDesk.Turn;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The draws of an operator, and each one's steps in order. */
@Pages
class DrawPages {

  private final Conducting conducting;
  private final Clock clock;

  DrawPages(Conducting conducting, Clock clock) {
    this.conducting = conducting;
    this.clock = clock;
  }

  /** What the form of a step says; what a step does not ask is absent. */
  record Said(@Nullable String digits, @Nullable String record, @Nullable String reason) {

    static final Said NOTHING = new Said(null, null, null);

    Turn turn() {
      return new Turn(digits, record, reason);
    }
  }

  @GetMapping("/draws")
  Mono<Rendering> draws(@RequestParam(required = false) @Nullable String after) {
    return conducting
        .look(after)
        .map(found ->
            Rendering.view("console/draws")
                .modelAttribute("found", found)
                .modelAttribute("after", after == null ? "" : after)
                .build());
  }

  @GetMapping("/draws/{draw}")
  Mono<Rendering> file(
      @PathVariable String draw, @RequestParam(required = false) @Nullable Step done) {
    return page(draw, Said.NOTHING, null, List.of())
        .map(page -> page.modelAttribute("isDone", done != null).build())
        .switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/draws/{draw}/{step}")
  Mono<Rendering> take(@PathVariable String draw, @PathVariable Step step, Said said) {
    return conducting
        .take(draw, step, said.turn())
        .map(_ -> Rendering.redirectTo("/draws/" + draw + "?done=" + word(step)).build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .flatMap(mistakes -> page(draw, said, null, mistakes))
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build()));
  }

  private static String word(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  /** Asked again with what was typed where it was refused. */
  @PostMapping("/draws/{draw}/replacement")
  Mono<Rendering> replace(@PathVariable String draw, Another another) {
    return Mono.justOrEmpty(another.replacement(clock.getZone()))
        .flatMap(replacement -> conducting.replace(draw, replacement))
        .map(
            made -> Rendering.redirectTo("/draws/" + made.line().draw() + "?done=announce").build())
        .switchIfEmpty(Mono.defer(() -> again(draw, another, List.of())))
        .onErrorResume(error ->
            Refusals.atTheirFields(error).flatMap(mistakes -> again(draw, another, mistakes)));
  }

  private Mono<Rendering> again(String draw, Another another, List<Mistake> mistakes) {
    return page(draw, Said.NOTHING, another, mistakes)
        .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build())
        .switchIfEmpty(Refusals.notHere());
  }

  private Mono<Rendering.Builder<?>> page(
      String draw, Said said, @Nullable Another another, List<Mistake> mistakes) {
    return conducting
        .file(draw)
        .map(file ->
            Rendering.view("console/draw")
                .modelAttribute("file", file)
                .modelAttribute("stages", Stage.of(file))
                .modelAttribute("said", said)
                .modelAttribute(
                    "another", another == null ? Another.of(file, LocalDate.now(clock)) : another)
                .modelAttribute("mistakes", mistakes));
  }
}
