package city.huiwei.console.appeal;

import city.huiwei.booking.contract.AppealDesk.AppealFile;
import city.huiwei.booking.contract.AppealDesk.Outcome;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
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

/** What people ask about their applications, by the day on which they are to have an answer. */
@Pages
class AppealPages {

  private final Resolving resolving;

  AppealPages(Resolving resolving) {
    this.resolving = resolving;
  }

  /** What the form for an answer says. */
  record Answer(Outcome outcome, String text) {}

  @GetMapping("/appeals")
  Mono<Rendering> open() {
    return resolving
        .work()
        .map(work -> Rendering.view("console/appeals").modelAttribute("work", work).build());
  }

  @GetMapping("/appeals/{appeal}")
  Mono<Rendering> file(
      @PathVariable UUID appeal, @RequestParam(required = false) @Nullable String done) {
    return resolving
        .file(appeal)
        .map(file -> page(file, "", List.of()).modelAttribute("isDone", done != null).build())
        .switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/appeals/{appeal}/owner")
  Mono<Rendering> take(@PathVariable UUID appeal) {
    return resolving
        .take(appeal)
        .map(_ -> Rendering.redirectTo("/appeals/" + appeal).build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(
            error -> Refusals.of(error).flatMap(mistakes -> refused(appeal, "", mistakes)));
  }

  @PostMapping("/appeals/{appeal}/answer")
  Mono<Rendering> answer(@PathVariable UUID appeal, Answer answer) {
    return resolving
        .answer(appeal, answer.outcome(), answer.text())
        .map(_ -> Rendering.redirectTo("/appeals/" + appeal + "?done=true").build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .flatMap(mistakes -> refused(appeal, answer.text(), mistakes)));
  }

  private Mono<Rendering> refused(UUID appeal, String text, List<Mistake> mistakes) {
    return resolving
        .file(appeal)
        .map(file -> page(file, text, mistakes).status(HttpStatus.UNPROCESSABLE_CONTENT).build());
  }

  private static Rendering.Builder<?> page(AppealFile file, String text, List<Mistake> mistakes) {
    var outcomes =
        file.decision() == null
            ? List.of(Outcome.ANSWERED)
            : List.of(Outcome.UPHELD, Outcome.CORRECTED);
    return Rendering.view("console/appeal")
        .modelAttribute("file", file)
        .modelAttribute("outcomes", outcomes)
        .modelAttribute("text", text)
        .modelAttribute("mistakes", mistakes);
  }
}
