package city.huiwei.booking.evidence;

import city.huiwei.edge.Problem;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers of an application: brought, opened and taken back, and what staff find of them. */
@RestController
class EvidenceController {

  private static final String STAFF = "hasAnyRole('CASEWORKER', 'MANAGER')";

  private final Bringing bringing;
  private final Presenting presenting;
  private final Unsealing unsealing;
  private final Judging judging;
  private final Words words;

  EvidenceController(
      Bringing bringing, Presenting presenting, Unsealing unsealing, Judging judging, Words words) {
    this.bringing = bringing;
    this.presenting = presenting;
    this.unsealing = unsealing;
    this.judging = judging;
    this.words = words;
  }

  /**
   * @param needed whether the answers ask for it now
   * @param state only what is {@code PASSED} proves anything
   */
  record PaperAnswer(String kind, boolean needed, Paper.Standing state) {}

  /** All papers of an application: the kinds with where they stand, and what was brought. */
  record EvidenceList(List<PaperAnswer> papers, List<EvidenceAnswer> items) {}

  /**
   * @param reason why somebody wants to open it; the applicant can see it
   */
  record Reading(String reason) {}

  @Operation(
      summary = "Bring a paper",
      description =
          "The body is the file itself: JPEG, PNG or PDF, recognised by its content. Behind the end"
              + " of a picture nothing is kept. The same content brought twice is one paper.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(format = "binary")),
                @Content(
                    mediaType = "application/octet-stream",
                    schema = @Schema(format = "binary"))
              }))
  @PostMapping(
      path = "/api/applications/{application}/evidence",
      consumes = {
        MediaType.IMAGE_JPEG_VALUE,
        MediaType.IMAGE_PNG_VALUE,
        MediaType.APPLICATION_PDF_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  Mono<ResponseEntity<EvidenceAnswer>> bring(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID application,
      @Parameter(description = "which paper it is to be, one of those the list names") @RequestParam
          String kind,
      @RequestBody(required = false) Flux<DataBuffer> content,
      @Parameter(hidden = true) Locale locale) {
    return bringing
        .bring(who, application, kind, content)
        .map(document ->
            ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/evidence/" + document.id() + "/content")
                .body(answer(document, locale)));
  }

  @Operation(summary = "The papers of an application, for its applicant and for staff")
  @GetMapping("/api/applications/{application}/evidence")
  Mono<EvidenceList> list(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID application,
      @Parameter(hidden = true) Locale locale) {
    return presenting.papers(who, application).map(papers -> list(papers, locale));
  }

  private EvidenceList list(List<Paper> papers, Locale locale) {
    return new EvidenceList(
        papers.stream()
            .map(paper -> new PaperAnswer(paper.kind(), paper.isNeeded(), paper.standing()))
            .toList(),
        papers.stream()
            .flatMap(paper -> paper.documents().stream())
            .map(document -> answer(document, locale))
            .toList());
  }

  @Operation(
      summary = "Open a paper of one's own",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(format = "binary"))
              }))
  @GetMapping("/api/evidence/{document}/content")
  Mono<ResponseEntity<Flux<DataBuffer>>> open(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID document) {
    return unsealing.open(who, document).map(EvidenceController::sent);
  }

  @Operation(
      summary = "Open a paper as staff, with a reason that the applicant can see",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(format = "binary"))
              }))
  @PutMapping("/api/evidence/{document}/reading")
  @PreAuthorize(STAFF)
  Mono<ResponseEntity<Flux<DataBuffer>>> read(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID document,
      @RequestBody Reading reading) {
    return unsealing.read(staff, document, reading.reason()).map(EvidenceController::sent);
  }

  @Operation(
      summary = "Say what was found of a paper: passed, or asked for again with reasons",
      description =
          "Reasons are MATERIAL_INCOMPLETE, MATERIAL_MISMATCH, MATERIAL_UNREADABLE,"
              + " MATERIAL_OUT_OF_DATE and MATERIAL_OF_ANOTHER_KIND, each with the question it is"
              + " about, if one.")
  @PutMapping("/api/evidence/{document}/verdict")
  @PreAuthorize(STAFF)
  Mono<EvidenceAnswer> judge(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID document,
      @RequestBody NewVerdict verdict,
      @Parameter(hidden = true) Locale locale) {
    return judging.judge(staff, document, verdict.verdict()).map(judged -> answer(judged, locale));
  }

  @Operation(
      summary = "Say what was found of a paper that staff hold in their hands, without a file")
  @PutMapping("/api/applications/{application}/papers/{kind}/verdict")
  @PreAuthorize(STAFF)
  Mono<EvidenceAnswer> sight(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID application,
      @PathVariable String kind,
      @RequestBody NewVerdict verdict,
      @Parameter(hidden = true) Locale locale) {
    return judging
        .sight(staff, application, kind, verdict.verdict())
        .map(seen -> answer(seen, locale));
  }

  /**
   * @param reasons absent when it passed
   */
  record NewVerdict(Verdict.Outcome outcome, @Nullable List<Verdict.Fault> reasons) {

    Verdict verdict() {
      return new Verdict(outcome, reasons == null ? List.of() : reasons);
    }
  }

  @Operation(summary = "Take a paper back that nobody has judged")
  @DeleteMapping("/api/evidence/{document}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> takeBack(@Parameter(hidden = true) SignedIn who, @PathVariable UUID document) {
    return bringing.takeBack(who, document).then();
  }

  private EvidenceAnswer answer(Document document, Locale locale) {
    return EvidenceAnswer.of(document, lines(document, words, locale));
  }

  /** Why it was asked for again, in words. */
  static List<Problem.Line> lines(Document document, Words words, Locale locale) {
    var verdict = document.verdict();
    return verdict == null
        ? List.of()
        : verdict.reasons().stream()
            .map(fault -> line(fault, words.line(fault.said(), locale)))
            .toList();
  }

  private static Problem.Line line(Verdict.Fault fault, Problem.Line said) {
    return new Problem.Line(fault.code(), fault.field(), said.message(), said.remedy());
  }

  /** As what it was recognised, and so that nothing in it can do anything. */
  static ResponseEntity<Flux<DataBuffer>> sent(Unsealing.Opened opened) {
    var file = opened.file();
    var disposition =
        file.format().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.format().mediaType()))
        .contentLength(file.bytes())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .headers((HttpHeaders headers) ->
            headers.setContentDisposition(disposition.filename(opened.name()).build()))
        .body(opened.content());
  }
}
