package city.huiwei.booking.progress;

import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.place.Choices;
import city.huiwei.booking.rating.Grade;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** An application after it was sent: how far it has come, and why. */
@Pages
class ProgressPages {

  private final Following following;
  private final Choices choices;

  ProgressPages(Following following, Choices choices) {
    this.following = following;
    this.choices = choices;
  }

  /** A draft is where it is written on. */
  @GetMapping("/applications/{id}")
  Mono<String> one(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return following
        .follow(who, id, locale)
        .doOnNext(progress -> show(model, progress))
        .map(progress ->
            progress.told().application().state() == ApplicationState.DRAFT
                ? "redirect:/applications/" + id + "/tasks"
                : "progress/one");
  }

  @GetMapping("/applications/{id}/why")
  Mono<String> why(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return following
        .follow(who, id, locale)
        .doOnNext(progress -> show(model, progress))
        .flatMap(progress -> choices.siteNames(progress.told().application().programme(), locale))
        .doOnNext(sites -> model.addAttribute("sites", sites))
        .thenReturn("progress/why");
  }

  /** All of it, for the page of an application and those that speak of it. */
  static void show(Model model, Progress progress) {
    model.addAttribute("progress", progress);
    model.addAttribute("told", progress.told());
    model.addAttribute("own", progress.told().application());
    model.addAttribute("open", progress.open());
    model.addAttribute("past", progress.past());
    model.addAttribute("interval", progress.interval());
    model.addAttribute("unknown", progress.unknown());
    model.addAttribute("grades", Grade.values());
    model.addAttribute("refusal", progress.refusal().orElse(null));
  }
}
