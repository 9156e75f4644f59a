package city.huiwei.booking.progress;

import city.huiwei.booking.application.Applying;
import city.huiwei.booking.offer.Answering;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Giving an application up, and saying that one still waits. */
@Pages
class WithdrawalPages {

  private final Following following;
  private final Applying applying;
  private final Answering answering;
  private final Mistakes mistakes;

  WithdrawalPages(Following following, Applying applying, Answering answering, Mistakes mistakes) {
    this.following = following;
    this.applying = applying;
    this.answering = answering;
    this.mistakes = mistakes;
  }

  @GetMapping("/applications/{id}/withdrawal")
  Mono<String> withdrawal(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return show(who, id, locale, model)
        .map(progress -> progress.isWithdrawable() ? "progress/withdrawal" : back(id));
  }

  @PostMapping("/applications/{id}/withdrawal")
  Mono<String> withdraw(
      SignedIn who,
      @PathVariable UUID id,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return answering
        .withdraw(who, id)
        .map(_ -> back(id))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              response.setStatusCode(problem.status());
              model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
              return show(who, id, locale, model).thenReturn("progress/one");
            });
  }

  @PostMapping("/applications/{id}/contact")
  Mono<String> wake(SignedIn who, @PathVariable UUID id) {
    return applying.wake(who, id).map(_ -> back(id));
  }

  private static String back(UUID id) {
    return "redirect:/applications/" + id;
  }

  private Mono<Progress> show(SignedIn who, UUID id, Locale locale, Model model) {
    return following
        .follow(who, id, locale)
        .doOnNext(progress -> ProgressPages.show(model, progress));
  }
}
