package city.huiwei.console.occupancy;

import city.huiwei.look.Pages;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sites by nights, live. */
@Pages
class OccupancyPages {

  private final Looking looking;

  OccupancyPages(Looking looking) {
    this.looking = looking;
  }

  @GetMapping("/occupancy")
  Mono<String> first() {
    return looking.firstProgramme().map(programme -> "redirect:/occupancy?programme=" + programme);
  }

  @GetMapping(path = "/occupancy", params = "programme")
  Mono<String> sheet(Asked asked, Model model, Locale locale) {
    return shown(asked, model, locale).thenReturn("console/occupancy");
  }

  /** Only what changes, for the page to put in its place. */
  @GetMapping(path = "/occupancy/table", params = "programme")
  Mono<String> table(Asked asked, Model model, Locale locale) {
    return shown(asked, model, locale).thenReturn("console/occupancy :: table");
  }

  @GetMapping(path = "/occupancy/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  Flux<ServerSentEvent<String>> changes() {
    return looking.changes();
  }

  private Mono<OccupancyTable> shown(Asked asked, Model model, Locale locale) {
    var programme = asked.programme();
    if (programme == null || !looking.programmes().contains(programme)) {
      return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    model.addAttribute("programmes", looking.programmes());
    model.addAttribute("figures", Figure.values());
    model.addAttribute("steps", Cell.STEPS);
    return looking
        .table(Scope.of(programme, asked, looking.today()), locale)
        .doOnNext(table -> model.addAttribute("table", table))
        .doOnNext(table -> model.addAttribute("asOf", looking.inTheCity(table.asOf())));
  }
}
