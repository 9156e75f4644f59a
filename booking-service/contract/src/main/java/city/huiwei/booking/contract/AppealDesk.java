package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What an operator's staff do with appeals and requests. Those of other operators are 404; who
 * decided may not answer, which is a 409 problem.
 */
public interface AppealDesk {

  /** The open ones, those that are due first; at most a hundred. */
  @GetExchange("/api/operator/appeals")
  Mono<OpenAppeals> open();

  @GetExchange("/api/operator/appeals/figures")
  Mono<Figures> figures();

  @GetExchange("/api/operator/appeals/{appeal}")
  Mono<AppealFile> file(@PathVariable UUID appeal);

  /** It is the reader's work from now on. */
  @PutExchange("/api/operator/appeals/{appeal}/owner")
  Mono<AppealLine> take(@PathVariable UUID appeal);

  @PutExchange("/api/operator/appeals/{appeal}/answer")
  Mono<AppealLine> answer(@PathVariable UUID appeal, @RequestBody Resolution resolution);

  record OpenAppeals(List<AppealLine> items) {}

  /**
   * An appeal, or any other request.
   *
   * @param decision what it is against; absent for any other request
   * @param due when it is to be answered at the latest
   * @param escalatedAt since when it is overdue, and the manager is asked, too
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AppealLine(
      UUID id,
      String reference,
      UUID application,
      @Nullable UUID decision,
      String asked,
      Owner owner,
      Instant createdAt,
      Instant due,
      @Nullable Instant escalatedAt,
      @Nullable String answer,
      @Nullable Outcome outcome,
      @Nullable Instant answeredAt) {}

  /** Whose work it is. */
  enum Owner {
    NOBODY,
    ME,
    COLLEAGUE
  }

  /** What came of it. */
  enum Outcome {
    UPHELD,
    CORRECTED,
    ANSWERED
  }

  /**
   * An appeal with what it is about.
   *
   * @param decision what it is against; absent for any other request
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AppealFile(
      AppealLine appeal, ApplicationLine application, @Nullable DecisionLine decision) {

    /** Nobody judges their own. */
    public boolean mayAnswer() {
      return appeal.answeredAt() == null && (decision == null || !decision.mine());
    }
  }

  /** What staff answer. */
  record Resolution(Outcome outcome, String text) {}

  /**
   * How well an operator answers.
   *
   * @param inTime of those that are answered
   * @param overdue of those that are open
   */
  record Figures(long answered, long inTime, long open, long overdue) {}
}
