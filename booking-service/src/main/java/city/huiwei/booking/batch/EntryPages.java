package city.huiwei.booking.batch;

import city.huiwei.booking.form.Question;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.AskedQuestion;
import city.huiwei.look.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Registering for a batch: rank the rooms, check the answers, send; change the list; withdraw. */
@Pages
class EntryPages {

  private final Displaying displaying;
  private final Batches batches;
  private final Entering entering;
  private final Revising revising;
  private final Rooms rooms;
  private final BatchRules rules;
  private final Mistakes mistakes;
  private final MessageSource messages;

  EntryPages(
      Displaying displaying,
      Batches batches,
      Entering entering,
      Revising revising,
      Rooms rooms,
      BatchRules rules,
      Mistakes mistakes,
      MessageSource messages) {
    this.displaying = displaying;
    this.batches = batches;
    this.entering = entering;
    this.revising = revising;
    this.rooms = rooms;
    this.rules = rules;
    this.mistakes = mistakes;
    this.messages = messages;
  }

  /** Who fills in which form of which batch, and how it is answered. */
  private record Visit(SignedIn who, UUID batch, ServerWebExchange exchange, Model model) {

    Locale locale() {
      return Optional.ofNullable(exchange.getLocaleContext().getLocale())
          .orElse(Locale.SIMPLIFIED_CHINESE);
    }
  }

  @GetMapping("/batches/{id}/entry")
  Mono<String> rank(SignedIn who, @PathVariable UUID id, ServerWebExchange exchange, Model model) {
    var visit = new Visit(who, id, exchange, model);
    return revising
        .mine(who, id)
        .map(entry -> EntryForm.of(newKey(), entry))
        .defaultIfEmpty(EntryForm.empty(newKey()))
        .flatMap(form -> show(visit, form, List.of(), "batch/entry"));
  }

  /** A button that ranks anew shows the form again; the other shows what is going to be sent. */
  @PostMapping("/batches/{id}/entry")
  Mono<String> check(SignedIn who, @PathVariable UUID id, ServerWebExchange exchange, Model model) {
    var visit = new Visit(who, id, exchange, model);
    return exchange
        .getFormData()
        .flatMap(typed -> {
          var form = EntryForm.posted(typed);
          return EntryForm.move(typed).isPresent()
                  || EntryForm.first(typed, "then").equals("change")
              ? show(visit, form, List.of(), "batch/entry")
              : check(visit, form);
        });
  }

  private Mono<String> check(Visit visit, EntryForm form) {
    var unreadable = form.unreadable();
    return (unreadable.isEmpty() ? reasons(visit, form) : Mono.just(unreadable))
        .flatMap(reasons ->
            reasons.isEmpty()
                ? show(visit, form, reasons, "batch/check")
                : again(visit, form, reasons));
  }

  private Mono<List<Reason>> reasons(Visit visit, EntryForm form) {
    var request = form.request();
    return revising
        .mine(visit.who(), visit.batch())
        .flatMap(entry -> revising.reasons(visit.who(), entry, request.wishes()))
        .switchIfEmpty(Mono.defer(() -> entering.reasons(visit.who(), visit.batch(), request)));
  }

  @PostMapping("/batches/{id}/entry/sent")
  Mono<String> send(SignedIn who, @PathVariable UUID id, ServerWebExchange exchange, Model model) {
    var visit = new Visit(who, id, exchange, model);
    return exchange
        .getFormData()
        .map(EntryForm::posted)
        .flatMap(form ->
            send(visit, form)
                .thenReturn("redirect:/batches/" + id + "/mine?new=yes")
                .onErrorResume(
                    ProblemException.class, problem -> again(visit, form, problem.reasons())));
  }

  private Mono<Entry> send(Visit visit, EntryForm form) {
    return revising
        .mine(visit.who(), visit.batch())
        .flatMap(entry ->
            revising.replace(visit.who(), visit.batch(), entry.id(), form.request().wishes()))
        .switchIfEmpty(
            Mono.defer(
                () -> entering.enter(visit.who(), visit.batch(), form.key(), form.request())));
  }

  private Mono<String> again(Visit visit, EntryForm form, List<Reason> reasons) {
    visit.exchange().getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
    return show(visit, form, EntryForm.atItsFields(reasons), "batch/entry");
  }

  private Mono<String> show(Visit visit, EntryForm form, List<Reason> reasons, String page) {
    var locale = visit.locale();
    return displaying
        .one(visit.batch())
        .zipWhen(batch ->
            Mono.zip(
                rooms.of(batch, locale),
                batches.now(),
                revising.mine(visit.who(), visit.batch()).hasElement()))
        .doOnNext(found -> {
          var batch = found.getT1();
          var choices = found.getT2().getT1();
          var now = found.getT2().getT2();
          var model = visit.model();
          model.addAttribute("batch", BatchText.line(batch, now, locale));
          model.addAttribute("form", form);
          model.addAttribute("stay", form.stay());
          model.addAttribute("isIn", found.getT2().getT3());
          model.addAttribute("isUrgentOpen", isUrgentOpen(batch, now));
          model.addAttribute("slackMost", rules.mostSlackDays());
          model.addAttribute("asked", asked(form, choices, locale));
          model.addAttribute("mistakes", mistakes.of(reasons, locale));
        })
        .thenReturn(page);
  }

  private static boolean isUrgentOpen(Batch batch, Instant now) {
    var schedule = batch.schedule();
    return schedule != null
        && batch.reserves(Category.URGENT)
        && now.isBefore(schedule.urgentUntil());
  }

  private AskedQuestion asked(EntryForm form, List<AskedQuestion.Choice> choices, Locale locale) {
    return new AskedQuestion(
        "wishes",
        Question.Kind.RANKED_CODES.name(),
        messages.getMessage("entry.wishes", null, locale),
        messages.getMessage("entry.wishes.hint", new Object[] {rules.mostWishes()}, locale),
        true,
        choices,
        form.wishes());
  }

  @GetMapping("/batches/{id}/withdrawal")
  Mono<String> withdrawal(
      SignedIn who, @PathVariable UUID id, ServerWebExchange exchange, Model model) {
    return show(
        new Visit(who, id, exchange, model), EntryForm.empty(""), List.of(), "batch/withdrawal");
  }

  @PostMapping("/batches/{id}/withdrawal")
  Mono<String> withdraw(
      SignedIn who, @PathVariable UUID id, ServerWebExchange exchange, Model model) {
    var visit = new Visit(who, id, exchange, model);
    return revising
        .mine(who, id)
        .flatMap(entry -> revising.withdraw(who, id, entry.id()))
        .then(Mono.just("redirect:/batches/" + id + "/mine"))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              exchange.getResponse().setStatusCode(problem.status());
              return show(visit, EntryForm.empty(""), problem.reasons(), "batch/withdrawal");
            });
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
