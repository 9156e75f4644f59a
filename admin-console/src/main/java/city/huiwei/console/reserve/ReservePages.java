package city.huiwei.console.reserve;

import city.huiwei.look.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the order of reserves does to a draw, tried out; what is tried stands in the address. */
@Pages
class ReservePages {

  private final Attempting attempting;

  ReservePages(Attempting attempting) {
    this.attempting = attempting;
  }

  @GetMapping("/reserves")
  Mono<Rendering> reserves(TrialForm form) {
    return attempting
        .attempt(form)
        .map(tried -> {
          var page =
              Rendering.view("console/reserves")
                  .modelAttribute("form", tried.form())
                  .modelAttribute("mistakes", tried.mistakes());
          if (tried.trial() != null) {
            page.modelAttribute("trial", tried.trial());
          }
          return tried.mistakes().isEmpty()
              ? page.build()
              : page.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        });
  }
}
