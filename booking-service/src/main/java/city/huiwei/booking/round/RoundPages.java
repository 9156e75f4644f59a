package city.huiwei.booking.round;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Rounds for everybody; one's own entry with its result and why; taking it out. */
@Pages
class RoundPages {

  private final Inspecting inspecting;
  private final Enrolling enrolling;
  private final Phrasing phrasing;

  RoundPages(Inspecting inspecting, Enrolling enrolling, Phrasing phrasing) {
    this.inspecting = inspecting;
    this.enrolling = enrolling;
    this.phrasing = phrasing;
  }

  @GetMapping("/rounds")
  Mono<String> rounds(@RequestParam(required = false) @Nullable UUID after, Model model) {
    return inspecting
        .page(after)
        .doOnNext(rounds -> {
          model.addAttribute("rounds", rounds);
          model.addAttribute("firstPage", after == null ? null : "/rounds");
          model.addAttribute(
              "nextPage",
              rounds.size() < Inspecting.PAGE ? null : "/rounds?after=" + rounds.getLast().id());
        })
        .thenReturn("round/list");
  }

  @GetMapping("/rounds/{round}")
  Mono<String> round(@PathVariable UUID round, Locale locale, Model model) {
    return inspecting
        .one(round)
        .doOnNext(seen -> {
          model.addAttribute("seen", seen);
          model.addAttribute("options", Phrasing.options(seen.count(), locale));
          model.addAttribute("phases", ChildcareRound.Phase.values());
        })
        .thenReturn("round/one");
  }

  @GetMapping("/rounds/{round}/entries/{entry}")
  Mono<String> entry(
      SignedIn who,
      @PathVariable UUID round,
      @PathVariable UUID entry,
      @RequestParam(name = "new", required = false) @Nullable String isNew,
      Locale locale,
      Model model) {
    model.addAttribute("fresh", isNew != null);
    return show(who, round, entry, locale, model).thenReturn("round/entry");
  }

  private Mono<Inspecting.Own> show(
      SignedIn who, UUID round, UUID entry, Locale locale, Model model) {
    return inspecting
        .own(who, round, entry)
        .zipWhen(own ->
            Mono.zip(
                inspecting.one(round), phrasing.children(who, own.entry().wishes().children())))
        .map(all -> {
          var own = all.getT1();
          var options = Phrasing.options(all.getT2().getT1().count(), locale);
          model.addAttribute("own", own);
          model.addAttribute("children", all.getT2().getT2());
          model.addAttribute("options", options);
          model.addAttribute("ranked", Phrasing.ranked(RankForm.of(own.entry()), options));
          model.addAttribute("isOpen", own.round().phase() == ChildcareRound.Phase.OPEN);
          return own;
        });
  }

  @GetMapping("/rounds/{round}/entries/{entry}/withdrawal")
  Mono<String> withdrawal(
      SignedIn who,
      @PathVariable UUID round,
      @PathVariable UUID entry,
      Locale locale,
      Model model) {
    return show(who, round, entry, locale, model).thenReturn("round/withdrawal");
  }

  @PostMapping("/rounds/{round}/entries/{entry}/withdrawal")
  Mono<String> withdraw(SignedIn who, @PathVariable UUID round, @PathVariable UUID entry) {
    return enrolling
        .withdraw(who, round, entry)
        .map(_ -> "redirect:/rounds/" + round + "/entries/" + entry);
  }
}
