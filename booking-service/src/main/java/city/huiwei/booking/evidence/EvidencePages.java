package city.huiwei.booking.evidence;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.Problem;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.Words;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers of one's application: what is needed, what was sent, what was found of it. */
@Pages
class EvidencePages {

  private static final String FILE = "document";

  private final Applying applying;
  private final Presenting presenting;
  private final Bringing bringing;
  private final Unsealing unsealing;
  private final EvidenceRules rules;
  private final Mistakes mistakes;
  private final Words words;
  private final Clock clock;

  EvidencePages(
      Applying applying,
      Presenting presenting,
      Bringing bringing,
      Unsealing unsealing,
      EvidenceRules rules,
      Mistakes mistakes,
      Words words,
      Clock clock) {
    this.applying = applying;
    this.presenting = presenting;
    this.bringing = bringing;
    this.unsealing = unsealing;
    this.rules = rules;
    this.mistakes = mistakes;
    this.words = words;
    this.clock = clock;
  }

  /** A kind of paper on the page, with what was sent of it. */
  record Row(String kind, boolean isNeeded, Paper.Standing standing, List<Sent> sent) {}

  /** One paper as its applicant reads it. */
  record Sent(EvidenceAnswer paper, LocalDate on, @Nullable String size) {}

  @GetMapping("/applications/{id}/papers")
  Mono<String> papers(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return applying.own(who, id).flatMap(own -> show(own, locale, model));
  }

  /**
   * The file is read as it comes, so nothing of it is ever on a disk unsealed; a browser sends the
   * kind in the address, since what follows the file could not be waited for.
   */
  @PostMapping("/applications/{id}/papers/{kind}")
  Mono<String> bring(
      SignedIn who,
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestBody Flux<PartEvent> parts,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return bringing
        .bring(who, id, kind, file(parts))
        .map(_ -> back(id, kind))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              response.setStatusCode(problem.status());
              var reasons = problem.reasons().stream().map(it -> of(kind, it)).toList();
              model.addAttribute("mistakes", mistakes.of(reasons, locale));
              return problem.reasons().isEmpty()
                  ? Mono.error(problem)
                  : papers(who, id, locale, model);
            });
  }

  @PostMapping("/applications/{id}/papers/{kind}/{document}/removal")
  Mono<String> takeBack(
      SignedIn who,
      @PathVariable UUID id,
      @PathVariable String kind,
      @PathVariable UUID document,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return bringing
        .takeBack(who, document)
        .map(_ -> back(id, kind))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              response.setStatusCode(problem.status());
              model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
              return papers(who, id, locale, model);
            });
  }

  @GetMapping("/applications/{id}/papers/{kind}/{document}")
  Mono<ResponseEntity<Flux<DataBuffer>>> open(SignedIn who, @PathVariable UUID document) {
    return unsealing.open(who, document).map(EvidenceController::sent);
  }

  private static Flux<DataBuffer> file(Flux<PartEvent> parts) {
    return parts.handle((part, sink) -> {
      if (part instanceof FilePartEvent && part.name().equals(FILE)) {
        sink.next(part.content());
      } else {
        DataBufferUtils.release(part.content());
      }
    });
  }

  /** A mistake leads to the field of its kind. */
  private static Reason of(String kind, Reason reason) {
    var field = FILE.equals(reason.field()) ? FILE + "-" + kind : null;
    return new Reason(reason.code(), field, reason.facts());
  }

  private static String back(UUID id, String kind) {
    return "redirect:/applications/" + id + "/papers#paper-" + kind;
  }

  private Mono<String> show(Application own, Locale locale, Model model) {
    return presenting
        .papers(own)
        .map(papers -> papers.stream().map(paper -> row(paper, locale)).toList())
        .doOnNext(rows -> {
          model.addAttribute("own", own);
          model.addAttribute("papers", rows);
          model.addAttribute("open", Bringing.isOpen(own));
          model.addAttribute("rules", rules);
        })
        .thenReturn("evidence/papers");
  }

  private Row row(Paper paper, Locale locale) {
    return new Row(
        paper.kind(),
        paper.isNeeded(),
        paper.standing(),
        paper.documents().stream().map(document -> sent(document, locale)).toList());
  }

  private Sent sent(Document document, Locale locale) {
    List<Problem.Line> reasons = EvidenceController.lines(document, words, locale);
    var file = document.file();
    return new Sent(
        EvidenceAnswer.of(document, reasons),
        day(document.addedAt()),
        file == null ? null : megabytes(file.bytes(), locale));
  }

  private LocalDate day(Instant at) {
    return at.atZone(clock.getZone()).toLocalDate();
  }

  /** With one decimal, and never nothing. */
  private static String megabytes(long bytes, Locale locale) {
    return String.format(locale, "%.1f", Math.max(0.1, bytes / 1_048_576.0));
  }
}
