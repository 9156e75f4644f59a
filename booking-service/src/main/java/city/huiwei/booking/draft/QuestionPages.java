package city.huiwei.booking.draft;

import city.huiwei.booking.evidence.Presenting;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writing a draft: the task list, and its pages of questions. What was sent leads to the case. */
@Pages
class QuestionPages {

  private static final String CHECK = "check";

  private final Writing writing;
  private final Asking asking;
  private final Presenting presenting;
  private final Mistakes mistakes;

  QuestionPages(Writing writing, Asking asking, Presenting presenting, Mistakes mistakes) {
    this.writing = writing;
    this.asking = asking;
    this.presenting = presenting;
    this.mistakes = mistakes;
  }

  @GetMapping("/applications/{id}/tasks")
  Mono<String> tasks(SignedIn who, @PathVariable UUID id, Model model) {
    return writing
        .open(who, id)
        .zipWhen(draft -> presenting.papers(id, draft.papers()))
        .map(both -> {
          var draft = both.getT1();
          model.addAttribute("draft", draft.application());
          model.addAttribute("tasks", draft.tasks());
          model.addAttribute("papers", both.getT2());
          model.addAttribute("isReady", draft.tasks().stream().allMatch(Task::isDone));
          return draft.isOpen() ? "draft/tasks" : Addresses.ofCase(id);
        });
  }

  @GetMapping("/applications/{id}/questions/{page}")
  Mono<String> questions(
      SignedIn who,
      @PathVariable UUID id,
      @PathVariable String page,
      @RequestParam(required = false) @Nullable String from,
      Locale locale,
      Model model) {
    model.addAttribute("from", from);
    return writing
        .open(who, id)
        .flatMap(draft ->
            draft.isOpen()
                ? ask(draft, page, List.of(), locale, model)
                : Mono.just(Addresses.ofCase(id)));
  }

  @PostMapping("/applications/{id}/questions/{page}")
  Mono<String> save(
      SignedIn who,
      @PathVariable UUID id,
      @PathVariable String page,
      ServerWebExchange exchange,
      Locale locale,
      Model model) {
    return exchange
        .getFormData()
        .map(Posted::new)
        .flatMap(posted ->
            writing
                .open(who, id)
                .flatMap(draft -> save(who, draft, page, posted))
                .flatMap(saved -> {
                  if (saved.goesOn(posted)) {
                    return Mono.just(next(saved.draft(), page, posted));
                  }
                  exchange.getResponse().setStatusCode(saved.status());
                  model.addAttribute("from", posted.first("from"));
                  return ask(saved.draft(), page, saved.wrong(), locale, model);
                }));
  }

  /** A page that was saved; or, beside what stands there now, what could not be saved. */
  private record Saved(Draft draft, List<Reason> wrong, HttpStatusCode status) {

    boolean goesOn(Posted posted) {
      return wrong.isEmpty()
          || !draft.isOpen()
          || (status == HttpStatus.UNPROCESSABLE_CONTENT && posted.isUnfinished());
    }
  }

  private Mono<Saved> save(SignedIn who, Draft draft, String page, Posted posted) {
    var id = draft.application().id();
    var questions = draft.questions(page);
    return writing
        .save(who, id, posted, questions)
        .map(now ->
            new Saved(
                now,
                now.form().mistakes(page, now.answers(), now.today()),
                HttpStatus.UNPROCESSABLE_CONTENT))
        .onErrorResume(
            ProblemException.class,
            problem ->
                writing
                    .open(who, id)
                    .map(now -> now.with(now.form().read(posted.answers(questions))))
                    .map(now -> new Saved(now, problem.reasons(), problem.status())));
  }

  /** Where somebody wants to go once a page is saved. */
  private static String next(Draft draft, String page, Posted posted) {
    var id = draft.application().id();
    if (!draft.isOpen()) {
      return Addresses.ofCase(id);
    }
    if (posted.move().isPresent()) {
      var from = posted.says("from", CHECK) ? "?from=" + CHECK : "";
      return Addresses.questions(id, page) + from + "#" + posted.move().get().code();
    }
    if (posted.says("from", CHECK)) {
      return Addresses.check(id);
    }
    return draft
        .pageAfter(page)
        .filter(_ -> !posted.isUnfinished())
        .map(after -> Addresses.questions(id, after))
        .orElse(Addresses.tasks(id));
  }

  private Mono<String> ask(
      Draft draft, String page, List<Reason> wrong, Locale locale, Model model) {
    var pages = draft.form().tasks();
    if (!pages.contains(page)) {
      return Mono.error(ProblemException::notFound);
    }
    model.addAttribute("draft", draft.application());
    model.addAttribute("page", page);
    model.addAttribute("at", pages.indexOf(page) + 1);
    model.addAttribute("pages", pages.size());
    model.addAttribute("mistakes", mistakes.of(wrong, locale));
    return asking
        .asked(draft, draft.questions(page), locale)
        .doOnNext(asked -> model.addAttribute("questions", asked))
        .thenReturn("draft/questions");
  }
}
