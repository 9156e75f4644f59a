package city.huiwei.console.batch;

import city.huiwei.booking.contract.BatchDesk.CodeList;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Releases of rooms: one person drafts, another releases, and both see who registers. */
@Pages
class BatchPages {

  private final Releasing releasing;
  private final Clock clock;

  BatchPages(Releasing releasing, Clock clock) {
    this.releasing = releasing;
    this.clock = clock;
  }

  /** What a person says of a claim. */
  record Decision(boolean granted, @Nullable String reason) {}

  @GetMapping("/batches")
  Mono<Rendering> all(@RequestParam(required = false) @Nullable UUID after) {
    return releasing
        .batches(after)
        .map(page ->
            Rendering.view("console/batches")
                .modelAttribute("batches", page.items())
                .modelAttribute("firstPage", after == null ? "" : "/batches")
                .modelAttribute(
                    "nextPage", page.next() == null ? "" : "/batches?after=" + page.next())
                .build());
  }

  @GetMapping("/batches/new")
  Mono<Rendering> form() {
    return form(new DraftForm(Map.of(), clock.getZone()), List.of()).map(Rendering.Builder::build);
  }

  @PostMapping("/batches")
  Mono<Rendering> draft(ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(typed -> new DraftForm(typed, clock.getZone()))
        .flatMap(form ->
            releasing
                .draft(form)
                .flatMap(drafted -> drafted(drafted.file().batch().id(), drafted.lists()))
                .onErrorResume(error ->
                    Refusals.atTheirFields(error)
                        .flatMap(mistakes -> form(form, mistakes))
                        .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build())));
  }

  /** The codes of lists are shown this once: nobody can read them again. */
  private Mono<Rendering> drafted(UUID batch, @Nullable List<CodeList> lists) {
    return lists == null || lists.isEmpty()
        ? Mono.just(Rendering.redirectTo("/batches/" + batch).build())
        : one(batch, List.of(), lists).map(Rendering.Builder::build);
  }

  @GetMapping("/batches/{batch}")
  Mono<Rendering> one(@PathVariable UUID batch) {
    return one(batch, List.of(), List.of())
        .map(Rendering.Builder::build)
        .switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/batches/{batch}/release")
  Mono<Rendering> release(@PathVariable UUID batch) {
    return thenBack(batch, releasing.release(batch));
  }

  @PostMapping("/batches/{batch}/abandonment")
  Mono<Rendering> discard(@PathVariable UUID batch) {
    return thenBack(batch, releasing.discard(batch));
  }

  @PostMapping("/batches/{batch}/urgencies/{entry}")
  Mono<Rendering> decide(@PathVariable UUID batch, @PathVariable UUID entry, Decision decision) {
    var reason = decision.reason() == null ? "" : decision.reason();
    return thenBack(batch, releasing.decide(batch, entry, decision.granted(), reason));
  }

  private Mono<Rendering> thenBack(UUID batch, Mono<?> step) {
    return step.map(_ -> Rendering.redirectTo("/batches/" + batch).build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.of(error)
                .flatMap(mistakes -> one(batch, mistakes, List.of()))
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build()));
  }

  private Mono<Rendering.Builder<?>> one(UUID batch, List<Mistake> mistakes, List<CodeList> lists) {
    return releasing
        .seen(batch)
        .map(seen ->
            Rendering.view("console/batch")
                .modelAttribute("file", seen.file())
                .modelAttribute("urgencies", seen.urgencies())
                .modelAttribute("lists", lists)
                .modelAttribute("mistakes", mistakes));
  }

  private Mono<Rendering.Builder<?>> form(DraftForm form, List<Mistake> mistakes) {
    return releasing
        .rooms()
        .map(rooms ->
            Rendering.view("console/batch-draft")
                .modelAttribute("form", form)
                .modelAttribute("rooms", rooms)
                .modelAttribute("ways", Way.values())
                .modelAttribute("orders", ReserveOrder.values())
                .modelAttribute("mistakes", mistakes));
  }
}
