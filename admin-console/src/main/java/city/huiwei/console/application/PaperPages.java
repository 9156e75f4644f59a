package city.huiwei.console.application;

import city.huiwei.booking.contract.PaperDesk.Document;
import city.huiwei.booking.contract.PaperDesk.Outcome;
import city.huiwei.booking.contract.PaperDesk.Wrong;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers of an application: opened beside its page, and found good or asked for again. */
@Pages
class PaperPages {

  private final Sighting sighting;
  private final ReviewPages review;

  PaperPages(Sighting sighting, ReviewPages review) {
    this.sighting = sighting;
    this.review = review;
  }

  /** Why somebody opens a paper. */
  record Why(String reason) {}

  /** What the form for a paper says. */
  record Found(Outcome outcome, @Nullable List<Wrong> wrong) {

    List<Wrong> all() {
      return wrong == null ? List.of() : wrong;
    }
  }

  /** As it was recognised, and so that nothing in it can do anything. */
  @PostMapping("/review/{application}/papers/{document}/reading")
  Mono<ResponseEntity<Flux<DataBuffer>>> open(
      @PathVariable UUID application, @PathVariable UUID document, Why why) {
    return sighting
        .open(document, why.reason())
        .map(paper ->
            ResponseEntity.ok()
                .contentType(
                    Objects.requireNonNullElse(
                        paper.getHeaders().getContentType(), MediaType.APPLICATION_OCTET_STREAM))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                    "Content-Disposition", paper.getHeaders().getContentDisposition().toString())
                .body(paper.getBody()))
        .switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/review/{application}/papers/{document}/verdict")
  Mono<Rendering> judge(@PathVariable UUID application, @PathVariable UUID document, Found found) {
    return said(application, sighting.judge(document, found.outcome(), found.all()));
  }

  /** Of what somebody brought to the counter, or showed at the door. */
  @PostMapping("/review/{application}/sightings/{kind}")
  Mono<Rendering> sight(@PathVariable UUID application, @PathVariable String kind, Found found) {
    return said(application, sighting.sight(application, kind, found.outcome(), found.all()));
  }

  private Mono<Rendering> said(UUID application, Mono<Document> verdict) {
    return verdict
        .map(_ -> Rendering.redirectTo("/review/" + application + "#papers").build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.of(error)
                .flatMap(mistakes -> review.refused(application, Typed.NOTHING, mistakes)));
  }
}
