package city.huiwei.console.today;

import city.huiwei.look.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is to be done today, each with the way to where it is done. */
@Pages
class TodayPages {

  private final Gathering gathering;

  TodayPages(Gathering gathering) {
    this.gathering = gathering;
  }

  @GetMapping("/today")
  Mono<Rendering> today() {
    return gathering
        .day()
        .map(day -> Rendering.view("console/today").modelAttribute("day", day).build());
  }
}
