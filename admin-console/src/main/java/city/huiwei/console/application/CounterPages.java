package city.huiwei.console.application;

import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.Counter;
import city.huiwei.booking.contract.WordedReason;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Staff type in an application page by page, leave it, come back, and send it. */
@Pages
class CounterPages {

  private final Entering entering;

  CounterPages(Entering entering) {
    this.entering = entering;
  }

  /** What the form that begins a draft says. */
  record Beginning(String key, String programme, Channel channel) {}

  @GetMapping("/counter")
  Mono<Rendering> drafts(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(required = false) @Nullable String sent) {
    return entering
        .drafts(after)
        .map(drafts ->
            Rendering.view("console/counter")
                .modelAttribute("found", drafts)
                .modelAttribute("after", after == null ? "" : after)
                .modelAttribute("programmes", entering.programmes())
                .modelAttribute("key", UuidCreator.getTimeOrderedEpoch())
                .modelAttribute("sent", sent == null ? "" : sent)
                .build());
  }

  @PostMapping("/counter")
  Mono<Rendering> start(Beginning beginning) {
    return entering
        .start(beginning.key(), beginning.programme(), beginning.channel())
        .flatMap(draft -> entering.draft(draft.id()))
        .map(draft -> to(draft, draft.pages().getFirst().code()));
  }

  @GetMapping("/counter/{application}")
  Mono<Rendering> draft(@PathVariable UUID application) {
    return entering
        .draft(application)
        .map(draft -> draft(draft, List.of()).build())
        .switchIfEmpty(Refusals.notHere());
  }

  @GetMapping("/counter/{application}/{page}")
  Mono<Rendering> page(@PathVariable UUID application, @PathVariable String page) {
    return entering
        .draft(application)
        .flatMap(draft -> page(draft, page, Typed.NOTHING, List.of()))
        .switchIfEmpty(Refusals.notHere());
  }

  /** What is wrong is saved, too, and said at once. */
  @PostMapping("/counter/{application}/{page}")
  Mono<Rendering> save(
      @PathVariable UUID application, @PathVariable String page, ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(Typed::new)
        .flatMap(typed ->
            entering
                .save(application, version(typed), typed)
                .flatMap(draft -> saved(draft, page, typed))
                .switchIfEmpty(Refusals.notHere())
                .onErrorResume(error ->
                    Refusals.atTheirFields(error)
                        .flatMap(mistakes -> refused(application, page, typed, mistakes))));
  }

  private Mono<Rendering> saved(Counter.Draft draft, String page, Typed typed) {
    if (!typed.text("move").isEmpty()) {
      return Mono.just(to(draft, page));
    }
    var mistakes = mistakes(draft, page);
    return mistakes.isEmpty() || !typed.text("later").isEmpty()
        ? Mono.just(Rendering.redirectTo("/counter/" + draft.application().id()).build())
        : page(draft, page, Typed.NOTHING, mistakes);
  }

  private Mono<Rendering> refused(
      UUID application, String page, Typed typed, List<Mistake> mistakes) {
    return entering.draft(application).flatMap(draft -> page(draft, page, typed, mistakes));
  }

  /** The way to send is not a page of the form, so it has an address that no page can have. */
  @PostMapping("/counter/{application}/-/submission")
  Mono<Rendering> send(@PathVariable UUID application, ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(Typed::new)
        .flatMap(typed ->
            entering
                .send(application, version(typed), !typed.text("person").isEmpty())
                .map(sent -> Rendering.redirectTo("/counter?sent=" + sent.reference()).build())
                .switchIfEmpty(Refusals.notHere())
                .onErrorResume(error ->
                    Refusals.of(error)
                        .zipWith(entering.draft(application))
                        .map(both ->
                            draft(both.getT2(), both.getT1())
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build())));
  }

  private static int version(Typed typed) {
    var version = typed.number("version");
    if (version == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return version;
  }

  private static Rendering.Builder<?> draft(Counter.Draft draft, List<Mistake> mistakes) {
    var isReady = draft.pages().stream().allMatch(page -> page.mistakes().isEmpty());
    return Rendering.view("console/draft")
        .modelAttribute("draft", draft)
        .modelAttribute("isReady", isReady)
        .modelAttribute("mistakes", mistakes);
  }

  private static Mono<Rendering> page(
      Counter.Draft draft, String code, Typed typed, List<Mistake> mistakes) {
    return Mono.justOrEmpty(
            draft.pages().stream().filter(page -> page.code().equals(code)).findFirst())
        .map(page ->
            Rendering.view("console/draft-page")
                .status(mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("draft", draft)
                .modelAttribute("page", page)
                .modelAttribute("questions", typed.to(page.questions()))
                .modelAttribute("mistakes", mistakes)
                .build());
  }

  private static List<Mistake> mistakes(Counter.Draft draft, String code) {
    return draft.pages().stream()
        .filter(page -> page.code().equals(code))
        .flatMap(page -> page.mistakes().stream())
        .map(CounterPages::mistake)
        .toList();
  }

  private static Mistake mistake(WordedReason reason) {
    return new Mistake(reason.field(), reason.message(), reason.remedy());
  }

  private static Rendering to(Counter.Draft draft, String page) {
    return Rendering.redirectTo("/counter/" + draft.application().id() + "/" + page).build();
  }
}
