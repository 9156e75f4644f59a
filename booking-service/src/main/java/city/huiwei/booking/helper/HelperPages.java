package city.huiwei.booking.helper;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Letting somebody act for one by a code, taking that back, and acting for somebody. */
@Pages
class HelperPages {

  private final Helping helping;
  private final Applying applying;
  private final Mistakes mistakes;

  HelperPages(Helping helping, Applying applying, Mistakes mistakes) {
    this.helping = helping;
    this.applying = applying;
    this.mistakes = mistakes;
  }

  /** The code that somebody was told. */
  record CodeForm(@Nullable String code) {}

  @GetMapping("/applications/{id}/helper")
  Mono<String> consent(SignedIn who, @PathVariable UUID id, Model model) {
    return show(who, id, model).thenReturn("helper/consent");
  }

  /** The code is shown once, in the answer; nobody can look it up again. */
  @PostMapping("/applications/{id}/helper")
  Mono<String> invite(SignedIn who, @PathVariable UUID id, Model model) {
    return helping
        .invite(who, id)
        .doOnNext(code -> model.addAttribute("code", code))
        .then(show(who, id, model))
        .thenReturn("helper/consent");
  }

  @PostMapping("/applications/{id}/helper/end")
  Mono<String> end(SignedIn who, @PathVariable UUID id) {
    return applying
        .own(who, id)
        .flatMap(own ->
            helping
                .end(who, id)
                .thenReturn(
                    isOwner(who, own)
                        ? "redirect:/applications/" + id + "/helper"
                        : "redirect:/help"));
  }

  @GetMapping("/help")
  Mono<String> help(SignedIn who, Model model) {
    return helped(who, model).thenReturn("helper/help");
  }

  @PostMapping("/help")
  Mono<String> use(
      SignedIn who, CodeForm form, Locale locale, Model model, ServerHttpResponse response) {
    return helping
        .help(who, form.code() == null ? "" : form.code())
        .map(application -> "redirect:/applications/" + application)
        .onErrorResume(
            ProblemException.class,
            problem -> {
              // The page is there; it is the code that is not.
              response.setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
              model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
              model.addAttribute("typed", form.code());
              return helped(who, model).thenReturn("helper/help");
            });
  }

  private Mono<Application> show(SignedIn who, UUID id, Model model) {
    return applying
        .own(who, id)
        .doOnNext(own -> {
          model.addAttribute("id", id);
          model.addAttribute("hasHelper", own.helper() != null);
          model.addAttribute("owner", isOwner(who, own));
        });
  }

  private Mono<Void> helped(SignedIn who, Model model) {
    return applying
        .helped(who)
        .doOnNext(applications -> model.addAttribute("applications", applications))
        .then();
  }

  private static boolean isOwner(SignedIn who, Application application) {
    return Account.of(who).equals(application.account());
  }
}
