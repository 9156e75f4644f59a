package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers of an application, and what staff find of them; no paper is refused. */
public interface PaperDesk {

  @GetExchange("/api/applications/{application}/evidence")
  Mono<PaperList> papers(@PathVariable UUID application);

  /** Opens a paper, once it is written down who reads it and why. */
  @PutExchange("/api/evidence/{document}/reading")
  Mono<ResponseEntity<Flux<DataBuffer>>> read(@PathVariable UUID document, @RequestBody Why why);

  @PutExchange("/api/evidence/{document}/verdict")
  Mono<Document> judge(@PathVariable UUID document, @RequestBody NewVerdict verdict);

  /** What was found of a paper that staff hold in their hands, without a file. */
  @PutExchange("/api/applications/{application}/papers/{kind}/verdict")
  Mono<Document> sight(
      @PathVariable UUID application, @PathVariable String kind, @RequestBody NewVerdict verdict);

  /**
   * @param papers the kinds with where they stand
   * @param items what was brought
   */
  record PaperList(List<Paper> papers, List<Document> items) {}

  /**
   * @param needed whether the answers ask for it now
   */
  record Paper(String kind, boolean needed, Standing state) {}

  /** Where a paper stands; only what is passed proves anything. */
  enum Standing {
    MISSING,
    WAITING,
    ASKED_AGAIN,
    PASSED
  }

  /**
   * What was brought, or seen on paper.
   *
   * @param reasons why it was asked for again
   * @param mediaType as it was recognised; absent for what staff saw on paper
   * @param content where it can be opened; absent once it is erased
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      UUID id,
      String kind,
      Standing state,
      List<WordedReason> reasons,
      Instant addedAt,
      @Nullable Instant judgedAt,
      @Nullable String mediaType,
      @Nullable Long bytes,
      @Nullable String content) {}

  /**
   * @param reason why somebody wants to open it; the applicant can see it
   */
  record Why(String reason) {}

  /** Whether it does. */
  enum Outcome {
    PASSED,
    ASKED_AGAIN
  }

  /** What is wrong with a paper. */
  enum Wrong {
    MATERIAL_INCOMPLETE,
    MATERIAL_MISMATCH,
    MATERIAL_UNREADABLE,
    MATERIAL_OUT_OF_DATE,
    MATERIAL_OF_ANOTHER_KIND
  }

  /**
   * @param reasons none when it passed
   */
  record NewVerdict(Outcome outcome, List<Fault> reasons) {}

  /**
   * @param field the question whose answer it is about, if one
   */
  record Fault(Wrong code, @Nullable String field) {}
}
