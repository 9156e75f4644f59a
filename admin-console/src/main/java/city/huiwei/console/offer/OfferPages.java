package city.huiwei.console.offer;

import city.huiwei.look.Pages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The offers of an operator, and what to do with those that do not go on by themselves. */
@Pages
class OfferPages {

  private final Overseeing overseeing;

  OfferPages(Overseeing overseeing) {
    this.overseeing = overseeing;
  }

  @GetMapping("/offers")
  Mono<Rendering> offers(
      @RequestParam(defaultValue = "live") Show show,
      @RequestParam(required = false) @Nullable UUID after) {
    return overseeing
        .look(show, after)
        .map(found ->
            Rendering.view("console/offers")
                .modelAttribute("show", show)
                .modelAttribute("shows", Show.values())
                .modelAttribute("found", found)
                .modelAttribute("after", after == null ? "" : after)
                .build());
  }
}
