package city.huiwei.console.duplicate;

import city.huiwei.booking.contract.DuplicateDesk.Finding;
import city.huiwei.booking.contract.DuplicateDesk.Verdict;
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

/** Two applications side by side, and the question whether they are one party's. */
@Pages
class DuplicatePages {

  private final Comparing comparing;

  DuplicatePages(Comparing comparing) {
    this.comparing = comparing;
  }

  /** What the form for a verdict says. */
  record Opinion(Verdict verdict, String note) {}

  @GetMapping("/duplicates")
  Mono<Rendering> open(@RequestParam(required = false) @Nullable Verdict done) {
    return comparing
        .open()
        .map(open -> Rendering.view("console/duplicates").modelAttribute("open", open))
        .map(page -> done == null ? page : page.modelAttribute("done", done))
        .map(Rendering.Builder::build);
  }

  @GetMapping("/duplicates/{older}/{newer}")
  Mono<Rendering> pair(@PathVariable UUID older, @PathVariable UUID newer) {
    return page(older, newer, "", List.of()).switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/duplicates/{older}/{newer}")
  Mono<Rendering> resolve(@PathVariable UUID older, @PathVariable UUID newer, Opinion opinion) {
    return comparing
        .resolve(new Finding(older, newer, opinion.verdict(), opinion.note()))
        .map(_ -> Rendering.redirectTo("/duplicates?done=" + opinion.verdict()).build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .flatMap(mistakes -> page(older, newer, opinion.note(), mistakes)));
  }

  private Mono<Rendering> page(UUID older, UUID newer, String note, List<Mistake> mistakes) {
    return comparing
        .compare(older, newer)
        .map(comparison ->
            Rendering.view("console/duplicate")
                .status(mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("comparison", comparison)
                .modelAttribute("note", note)
                .modelAttribute("mistakes", mistakes)
                .build());
  }
}
