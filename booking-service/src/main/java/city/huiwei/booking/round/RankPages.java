package city.huiwei.booking.round;

import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Enrolling a round: which children, which classes in which order, check, send. The pages carry
 * what was typed; buttons move a choice up and down, so neither a mouse nor a script is needed.
 */
@Pages
class RankPages {

  private final Inspecting inspecting;
  private final Enrolling enrolling;
  private final Phrasing phrasing;
  private final Mistakes mistakes;

  RankPages(Inspecting inspecting, Enrolling enrolling, Phrasing phrasing, Mistakes mistakes) {
    this.inspecting = inspecting;
    this.enrolling = enrolling;
    this.phrasing = phrasing;
    this.mistakes = mistakes;
  }

  @GetMapping("/rounds/{round}/entry")
  Mono<String> start(SignedIn who, @PathVariable UUID round, Model model) {
    return enrolling
        .mine(who, round)
        .flatMap(mine ->
            mine.stream()
                .filter(entry -> entry.state() == Entry.State.ENTERED)
                .findFirst()
                .map(entry -> Mono.just(to(entry)))
                .orElseGet(() -> children(who, round, RankForm.of(Map.of()), model)));
  }

  private Mono<String> children(SignedIn who, UUID round, RankForm form, Model model) {
    return Mono.zip(inspecting.one(round), phrasing.children(who))
        .map(both -> {
          model.addAttribute("round", both.getT1().round());
          model.addAttribute("children", both.getT2());
          model.addAttribute("form", form);
          return "round/children";
        });
  }

  @GetMapping("/rounds/{round}/entries/{entry}/list")
  Mono<String> change(
      SignedIn who,
      @PathVariable UUID round,
      @PathVariable UUID entry,
      Locale locale,
      Model model) {
    return enrolling
        .own(who, round, entry)
        .flatMap(own -> rank(who, round, RankForm.of(own), List.of(), new Said(locale, model)));
  }

  /** Where and in which language it is said. */
  private record Said(Locale locale, Model model) {}

  @PostMapping("/rounds/{round}/entry/list")
  Mono<String> rank(
      SignedIn who,
      @PathVariable UUID round,
      ServerWebExchange exchange,
      Locale locale,
      Model model) {
    return exchange
        .getFormData()
        .map(RankForm::of)
        .map(RankForm::fitting)
        .flatMap(form -> {
          if (form.children().isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            var missing = List.of(Reason.of("CHILDREN_MISSING", "child"));
            model.addAttribute("mistakes", mistakes.of(missing, locale));
            return children(who, round, form, model);
          }
          return rank(who, round, form, List.of(), new Said(locale, model));
        });
  }

  @PostMapping("/rounds/{round}/entry/check")
  Mono<String> check(
      SignedIn who,
      @PathVariable UUID round,
      ServerWebExchange exchange,
      Locale locale,
      Model model) {
    var said = new Said(locale, model);
    return exchange
        .getFormData()
        .map(RankForm::of)
        .flatMap(form ->
            enrolling
                .wrong(who, round, form.wishes())
                .flatMap(wrong -> {
                  if (wrong.isEmpty()) {
                    return show(who, round, form, said).thenReturn("round/check");
                  }
                  exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                  return rank(who, round, form, wrong, said);
                }));
  }

  @PostMapping("/rounds/{round}/entry")
  Mono<String> send(
      SignedIn who,
      @PathVariable UUID round,
      ServerWebExchange exchange,
      Locale locale,
      Model model) {
    return exchange
        .getFormData()
        .map(RankForm::of)
        .flatMap(form ->
            send(who, round, form)
                .map(entry -> to(entry) + "?new=yes")
                .onErrorResume(
                    ProblemException.class,
                    problem -> {
                      exchange.getResponse().setStatusCode(problem.status());
                      return rank(who, round, form, problem.reasons(), new Said(locale, model));
                    }));
  }

  private Mono<Entry> send(SignedIn who, UUID round, RankForm form) {
    var entry = form.entry();
    return entry == null
        ? enrolling.enter(who, round, form.key(), form.wishes())
        : enrolling.replace(who, round, entry, form.version(), form.wishes());
  }

  private Mono<String> rank(
      SignedIn who, UUID round, RankForm form, List<Reason> wrong, Said said) {
    said.model().addAttribute("mistakes", mistakes.of(wrong, said.locale()));
    return show(who, round, form, said).thenReturn("round/rank");
  }

  private Mono<Void> show(SignedIn who, UUID round, RankForm form, Said said) {
    var model = said.model();
    return inspecting
        .one(round)
        .zipWhen(seen ->
            Mono.zip(
                phrasing.children(who, form.children()),
                phrasing.fitting(who, form.children(), seen.count(), said.locale())))
        .doOnNext(all -> {
          var options = Phrasing.options(all.getT1().count(), said.locale());
          model.addAttribute("round", all.getT1().round());
          model.addAttribute("children", all.getT2().getT1());
          model.addAttribute("fitting", all.getT2().getT2());
          model.addAttribute("options", options);
          model.addAttribute("form", form);
          model.addAttribute("ranked", Phrasing.ranked(form, options));
        })
        .then();
  }

  private static String to(Entry entry) {
    return "redirect:/rounds/" + entry.round() + "/entries/" + entry.id();
  }
}
