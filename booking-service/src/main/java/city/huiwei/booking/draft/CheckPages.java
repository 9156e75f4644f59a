package city.huiwei.booking.draft;

import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Submitting;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Checking a draft before it is sent, sending it, and what comes next. */
@Pages
class CheckPages {

  private final Writing writing;
  private final Asking asking;
  private final Submitting submitting;
  private final WorkingHours hours;
  private final Mistakes mistakes;

  CheckPages(
      Writing writing,
      Asking asking,
      Submitting submitting,
      WorkingHours hours,
      Mistakes mistakes) {
    this.writing = writing;
    this.asking = asking;
    this.submitting = submitting;
    this.hours = hours;
    this.mistakes = mistakes;
  }

  @GetMapping("/applications/{id}/check")
  Mono<String> check(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return writing
        .open(who, id)
        .flatMap(draft ->
            draft.isOpen()
                ? show(draft, List.of(), locale, model)
                : Mono.just(Addresses.ofCase(id)));
  }

  @PostMapping("/applications/{id}/submission")
  Mono<String> submit(
      SignedIn who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale, Model model) {
    return exchange
        .getFormData()
        .map(Posted::new)
        .flatMap(posted -> submit(who, id, posted))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              exchange.getResponse().setStatusCode(problem.status());
              return writing
                  .open(who, id)
                  .flatMap(draft ->
                      draft.isOpen()
                          ? show(draft, problem.reasons(), locale, model)
                          : Mono.just(Addresses.sent(id)));
            });
  }

  /** Keeps the consent, and sends it all; a form that was sent twice is sent once. */
  private Mono<String> submit(SignedIn who, UUID id, Posted posted) {
    return writing
        .open(who, id)
        .flatMap(draft -> writing.save(who, id, posted, draft.form().consents()))
        .flatMap(draft ->
            submitting.submit(
                who, id, draft.application().version(), posted.says("toAPerson", "yes")))
        .thenReturn(Addresses.sent(id));
  }

  @GetMapping("/applications/{id}/sent")
  Mono<String> sent(SignedIn who, @PathVariable UUID id, Model model) {
    return writing.open(who, id).map(draft -> sent(draft, model));
  }

  private String sent(Draft draft, Model model) {
    var application = draft.application();
    if (application.state() != ApplicationState.SUBMITTED || application.since() == null) {
      return draft.isOpen()
          ? Addresses.tasks(application.id())
          : Addresses.ofCase(application.id());
    }
    var checked = hours.afterDays(application.since(), draft.programme().reviewDays());
    model.addAttribute("draft", application);
    model.addAttribute("programme", draft.programme());
    model.addAttribute("papers", draft.papers());
    model.addAttribute("sent", application.since().atZone(hours.zone()).toLocalDate());
    model.addAttribute("checked", checked.atZone(hours.zone()).toLocalDate());
    return "draft/sent";
  }

  /** With what is said against it, and what went wrong when it was sent. */
  private Mono<String> show(Draft draft, List<Reason> failed, Locale locale, Model model) {
    model.addAttribute("draft", draft.application());
    model.addAttribute("papers", draft.papers());
    return submitting
        .against(draft.application())
        .doOnNext(against -> show(against, failed, locale, model))
        .then(asking.answered(draft, locale))
        .doOnNext(answered -> model.addAttribute("answered", answered))
        .then(asking.asked(draft, draft.form().consents(), locale))
        .doOnNext(consents -> model.addAttribute("consents", consents))
        .thenReturn("draft/check");
  }

  private void show(Submitting.Against against, List<Reason> failed, Locale locale, Model model) {
    // What is said against it anyway is not said twice.
    var wrong =
        Stream.concat(
                against.mistakes().stream(),
                failed.stream().filter(reason -> !against.refusals().contains(reason)))
            .distinct()
            .toList();
    model.addAttribute("mistakes", mistakes.of(wrong, locale));
    model.addAttribute("isComplete", against.mistakes().isEmpty());
    model.addAttribute("refusals", mistakes.of(against.refusals(), locale));
  }
}
