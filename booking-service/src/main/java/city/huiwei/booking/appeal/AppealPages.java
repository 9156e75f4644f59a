package city.huiwei.booking.appeal;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Objecting to a decision or asking a question about an application, and the answer. */
@Pages
class AppealPages {

  private final Appealing appealing;
  private final Applying applying;
  private final AppealRules rules;
  private final Mistakes mistakes;

  AppealPages(Appealing appealing, Applying applying, AppealRules rules, Mistakes mistakes) {
    this.appealing = appealing;
    this.applying = applying;
    this.rules = rules;
    this.mistakes = mistakes;
  }

  /**
   * What was typed.
   *
   * @param key the number of this intent, made with the form: sent twice, it asks once
   * @param decision what it is against; absent for a question
   */
  record AppealForm(String key, @Nullable UUID decision, @Nullable String text) {}

  @GetMapping("/applications/{id}/appeals/new")
  Mono<String> ask(
      SignedIn who,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID decision,
      Model model) {
    return applying
        .own(who, id)
        .flatMap(own -> show(own, new AppealForm(newKey(), decision, null), model));
  }

  @PostMapping("/applications/{id}/appeals")
  Mono<String> send(
      SignedIn who,
      @PathVariable UUID id,
      AppealForm form,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    var text = form.text() == null ? "" : form.text();
    return appealing
        .appeal(who, form.key(), new Appealing.Question(id, form.decision(), text))
        .map(appeal -> "redirect:/appeals/" + appeal.id() + "?new=yes")
        .onErrorResume(
            ProblemException.class,
            problem -> {
              response.setStatusCode(problem.status());
              model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
              return applying.own(who, id).flatMap(own -> show(own, form, model));
            });
  }

  @GetMapping("/appeals/{id}")
  Mono<String> one(
      SignedIn who,
      @PathVariable UUID id,
      @RequestParam(name = "new", required = false) @Nullable String isNew,
      Model model) {
    return appealing
        .one(who, id)
        .doOnNext(appeal -> {
          model.addAttribute("appeal", appeal);
          model.addAttribute("days", rules.answerDays());
          model.addAttribute("fresh", isNew != null);
        })
        .thenReturn("appeal/one");
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private Mono<String> show(Application application, AppealForm form, Model model) {
    return appealing
        .objectionable(application)
        .map(decisions -> {
          model.addAttribute("id", application.id());
          model.addAttribute("decisions", decisions);
          model.addAttribute("form", form);
          model.addAttribute("days", rules.answerDays());
          model.addAttribute("longest", Appealing.LONGEST);
          return "appeal/new";
        });
  }
}
