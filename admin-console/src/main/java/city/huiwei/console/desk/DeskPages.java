package city.huiwei.console.desk;

import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Staff type a reference, see the booking, and take the step that is next. */
@Pages
class DeskPages {

  private final Attending attending;
  private final MessageSource words;

  DeskPages(Attending attending, MessageSource words) {
    this.attending = attending;
    this.words = words;
  }

  @GetMapping("/desk")
  Mono<Rendering> desk(
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) @Nullable Step done,
      Locale locale) {
    return reference.isBlank()
        ? Mono.just(page("").build())
        : attending
            .find(reference)
            .map(guest -> page(reference).modelAttribute("guest", guest))
            .map(page -> done == null ? page : page.modelAttribute("done", done))
            .map(Rendering.Builder::build)
            .defaultIfEmpty(unknown(reference, locale));
  }

  @PostMapping("/desk/{reference}/{step}")
  Mono<Rendering> take(@PathVariable String reference, @PathVariable Step step, Locale locale) {
    return attending
        .take(step, reference)
        .map(booking ->
            Rendering.redirectTo("/desk?reference=" + booking.reference() + "&done=" + step.word())
                .build())
        .defaultIfEmpty(unknown(reference, locale))
        .onErrorResume(error -> Refusals.of(error).flatMap(reasons -> refused(reference, reasons)));
  }

  private Mono<Rendering> refused(String reference, List<Mistake> reasons) {
    return attending
        .find(reference)
        .map(guest ->
            page(reference)
                .status(HttpStatus.CONFLICT)
                .modelAttribute("guest", guest)
                .modelAttribute("mistakes", reasons)
                .build());
  }

  private Rendering unknown(String reference, Locale locale) {
    var mistake =
        new Mistake(
            "reference",
            words.getMessage("desk.unknown", new Object[] {reference}, locale),
            words.getMessage("desk.unknown.remedy", null, locale));
    return page(reference)
        .status(HttpStatus.NOT_FOUND)
        .modelAttribute("mistakes", List.of(mistake))
        .build();
  }

  private static Rendering.Builder<?> page(String reference) {
    return Rendering.view("console/desk").modelAttribute("reference", reference);
  }
}
