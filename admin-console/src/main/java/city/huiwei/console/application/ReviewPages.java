package city.huiwei.console.application;

import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.PaperDesk.Wrong;
import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The review desk: what is to be checked, one application, and what was decided of it. */
@Pages
class ReviewPages {

  private final Checking checking;
  private final Sighting sighting;
  private final MessageSource words;

  ReviewPages(Checking checking, Sighting sighting, MessageSource words) {
    this.checking = checking;
    this.sighting = sighting;
    this.words = words;
  }

  @GetMapping("/review")
  Mono<Rendering> queue(Sought sought) {
    return checking
        .look(sought)
        .map(found ->
            Rendering.view("console/review")
                .modelAttribute("sought", sought)
                .modelAttribute("states", Sought.STATES)
                .modelAttribute("ages", Sought.AGES)
                .modelAttribute("programmes", checking.programmes())
                .modelAttribute("found", found)
                .build());
  }

  @GetMapping("/review/{application}")
  Mono<Rendering> file(
      @PathVariable UUID application,
      @RequestParam(required = false) @Nullable ApplicationState done) {
    return checking
        .file(application)
        .flatMap(file -> page(file, Map.of(), Typed.NOTHING))
        .map(page -> done == null ? page : page.modelAttribute("done", done))
        .map(Rendering.Builder::build)
        .switchIfEmpty(Refusals.notHere());
  }

  /** What names persons stands on this one answer only: not in an address, not in a session. */
  @PostMapping("/review/{application}/reading")
  Mono<Rendering> read(@PathVariable UUID application, ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(Typed::new)
        .flatMap(typed ->
            checking
                .read(application, typed.text("reason"))
                .zipWhen(_ -> checking.file(application))
                .flatMap(read -> page(read.getT2(), read.getT1(), Typed.NOTHING))
                .map(page -> page.build())
                .switchIfEmpty(Refusals.notHere())
                .onErrorResume(error ->
                    Refusals.atTheirFields(error)
                        .flatMap(mistakes -> refused(application, typed, mistakes))));
  }

  @PostMapping("/review/{application}/verdict")
  Mono<Rendering> decide(
      @PathVariable UUID application, ServerWebExchange exchange, Locale locale) {
    return exchange
        .getFormData()
        .map(Typed::new)
        .flatMap(typed ->
            Checking.refusesWithoutAReason(typed)
                ? refused(application, typed, List.of(noReason(locale)))
                : decide(application, typed));
  }

  private Mono<Rendering> decide(UUID application, Typed typed) {
    var version = typed.number("version");
    if (version == null) {
      return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
    return checking
        .decide(application, version, typed)
        .map(decided ->
            Rendering.redirectTo("/review/" + application + "?done=" + decided.state()).build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .flatMap(mistakes -> refused(application, typed, mistakes)));
  }

  /** The page again, with what is wrong and what was typed. */
  Mono<Rendering> refused(UUID application, Typed typed, List<Mistake> mistakes) {
    return checking
        .file(application)
        .flatMap(file -> page(file, Map.of(), typed))
        .map(page ->
            page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("mistakes", mistakes)
                .build())
        .switchIfEmpty(Refusals.notHere());
  }

  private Mistake noReason(Locale locale) {
    return new Mistake(
        "reasons",
        words.getMessage("review.no-reason", null, locale),
        words.getMessage("review.no-reason.remedy", null, locale));
  }

  private Mono<Rendering.Builder<?>> page(
      CaseFile file, Map<String, List<String>> open, Typed typed) {
    return sighting.papers(file).map(papers -> page(file, papers, open, typed));
  }

  private static Rendering.Builder<?> page(
      CaseFile file, List<PaperStack> papers, Map<String, List<String>> open, Typed typed) {
    return Rendering.view("console/case")
        .modelAttribute("file", file)
        .modelAttribute("papers", papers)
        .modelAttribute("wrongs", Wrong.values())
        .modelAttribute("isOpen", !open.isEmpty())
        .modelAttribute(
            "answers", file.answers().stream().map(question -> opened(question, open)).toList())
        .modelAttribute("findings", typed.to(file.findings()))
        .modelAttribute("chosen", typed.all("reasons"));
  }

  private static WordedQuestion opened(WordedQuestion question, Map<String, List<String>> open) {
    return question.masked() && open.containsKey(question.code())
        ? question.answered(open.get(question.code()))
        : question;
  }
}
