package city.huiwei.console.trial;

import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A market is typed or pasted, matched, and forgotten. */
@Pages
class TrialPages {

  /** Three families and two classes, to be changed. */
  private static final String EXAMPLE =
      """
      {"places": [
         {"id": "c1", "capacity": 1, "reserves": [{"category": "low-income", "places": 1}]},
         {"id": "c2", "capacity": 2}],
       "families": [
         {"id": "f1", "number": "0689", "category": "general",
          "children": [{"id": "k1", "priority": {"c1": 12, "c2": 3}, "seat": null}],
          "choices": [["c1"], ["c2"]]},
         {"id": "f2", "number": "3020", "category": "low-income",
          "children": [{"id": "k2", "priority": {"c1": 40}}],
          "choices": [["c1"]]},
         {"id": "f3", "number": "4650", "category": "general",
          "children": [{"id": "k3", "priority": {"c2": 1}}, {"id": "k4", "priority": {"c2": 9}}],
          "choices": [["c2", "c2"], ["c2", null]]}]}
      """;

  private final Trying trying;

  TrialPages(Trying trying) {
    this.trying = trying;
  }

  /** What the form says. */
  record Typed(String market) {}

  @GetMapping("/trials")
  String trials() {
    return "redirect:/trials/matching";
  }

  @GetMapping("/trials/matching")
  Rendering form() {
    return page(EXAMPLE, List.of()).build();
  }

  @PostMapping("/trials/matching")
  Mono<Rendering> match(Typed typed) {
    return trying
        .match(typed.market())
        .map(outcome -> page(typed.market(), List.of()).modelAttribute("outcome", outcome).build())
        .onErrorResume(error ->
            Refusals.of(error)
                .map(mistakes ->
                    page(typed.market(), mistakes)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build()));
  }

  private static Rendering.Builder<?> page(String market, List<Mistake> mistakes) {
    return Rendering.view("console/matching-trial")
        .modelAttribute("market", market)
        .modelAttribute("mistakes", mistakes);
  }
}
