package city.huiwei.console.residence;

import city.huiwei.booking.contract.ResidenceDesk.Step;
import city.huiwei.booking.contract.ResidenceDesk.Turn;
import city.huiwei.booking.contract.ResidenceDesk.Which;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.time.LocalDate;
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

/** Who is to be admitted, lives there, is away, or is to be looked at; and the next step. */
@Pages
class ResidencePages {

  private final Admitting admitting;

  ResidencePages(Admitting admitting) {
    this.admitting = admitting;
  }

  /** What the form of a step says; what a step does not ask is absent. */
  record Said(
      int version, @Nullable LocalDate day, @Nullable Boolean needsAnother, @Nullable String note) {

    Turn turn(Step step) {
      return new Turn(version, step, day, Boolean.TRUE.equals(needsAnother), note);
    }
  }

  @GetMapping("/residences")
  Mono<Rendering> residences(
      @RequestParam(defaultValue = "to-admit") Which which,
      @RequestParam(required = false) @Nullable UUID after) {
    return admitting
        .look(which, after)
        .map(found ->
            Rendering.view("console/residences")
                .modelAttribute("which", which)
                .modelAttribute("all", Which.values())
                .modelAttribute("found", found)
                .modelAttribute("after", after == null ? "" : after)
                .build());
  }

  @GetMapping("/residences/{residence}")
  Mono<Rendering> file(
      @PathVariable UUID residence, @RequestParam(required = false) @Nullable Step done) {
    return page(residence, List.of())
        .map(page -> done == null ? page : page.modelAttribute("done", new Task(done)))
        .map(Rendering.Builder::build)
        .switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/residences/{residence}/{step}")
  Mono<Rendering> take(@PathVariable UUID residence, @PathVariable Step step, Said said) {
    return admitting
        .take(residence, said.turn(step))
        .map(_ ->
            Rendering.redirectTo("/residences/" + residence + "?done=" + new Task(step).word())
                .build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.of(error)
                .flatMap(mistakes -> page(residence, mistakes))
                .map(page ->
                    page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("tried", step)
                        .modelAttribute("said", said)
                        .build()));
  }

  private Mono<Rendering.Builder<?>> page(UUID residence, List<Mistake> mistakes) {
    return admitting
        .file(residence)
        .map(file ->
            Rendering.view("console/residence")
                .modelAttribute("file", file)
                .modelAttribute("tasks", file.steps().stream().map(Task::new).toList())
                .modelAttribute("mistakes", mistakes));
  }
}
