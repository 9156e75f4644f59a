package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * Who is to move in, who lives there, and what staff do with it. Residences of other operators are
 * 404; a step that the state or the day does not allow is a 409 or 422 problem.
 */
public interface ResidenceDesk {

  @GetExchange("/api/operator/residences")
  Mono<ResidenceList> residences(
      @RequestParam(defaultValue = "TO_ADMIT") Which which,
      @RequestParam(required = false) @Nullable UUID after);

  @GetExchange("/api/operator/residences/{residence}")
  Mono<ResidenceFile> file(@PathVariable UUID residence);

  @PutExchange("/api/operator/residences/{residence}/step")
  Mono<ResidenceLine> take(@PathVariable UUID residence, @RequestBody Turn turn);

  /** What staff look for. */
  enum Which {
    TO_ADMIT,
    LIVING,
    ON_LEAVE,
    /** The place does not suit any more. */
    NEEDS_ANOTHER,
    /** A reassessment or a yearly check is due within a month. */
    LOOK_DUE,
    LEFT
  }

  /**
   * @param next where the next page begins; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResidenceList(List<ResidenceLine> items, @Nullable UUID next) {}

  /**
   * Who has a place for long; nothing in it names a person.
   *
   * @param reference the application's
   * @param squareMetres what is leased; absent where no area is counted
   * @param ends the first day that is free again; absent while that is not known
   * @param until until when the place is kept for who is away, or objections can be made
   * @param lookDue when the next reassessment or yearly check is due
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResidenceLine(
      UUID id,
      UUID application,
      String reference,
      String programme,
      String site,
      List<String> units,
      @Nullable BigDecimal squareMetres,
      State state,
      LocalDate begins,
      @Nullable LocalDate ends,
      @Nullable LocalDate until,
      @Nullable LocalDate lookDue,
      boolean needsAnother,
      int version) {}

  /** The life of a residence. */
  enum State {
    AGREED,
    PUBLISHED,
    SIGNED,
    LIVING,
    ON_LEAVE,
    LEFT
  }

  /** What is done in it. */
  enum Step {
    AGREE,
    PUBLISH,
    OBJECT,
    SIGN,
    MOVE_IN,
    LOOK,
    GO_AWAY,
    COME_BACK,
    RENEW,
    GIVE_NOTICE,
    LEAVE
  }

  /**
   * @param steps what can be done now
   * @param done what was done, the newest first
   */
  record ResidenceFile(ResidenceLine residence, List<Step> steps, List<Done> done) {}

  /** A step that was taken. */
  record Done(Instant at, Step step, String note) {}

  /**
   * A step to take.
   *
   * @param version of the residence they looked at
   * @param day until when it is public or kept, when the next look is due, or the last day, by the
   *     step
   * @param needsAnother with a look: the place does not suit any more
   * @param note what there is to say of it
   */
  record Turn(
      int version,
      Step step,
      @Nullable LocalDate day,
      boolean needsAnother,
      @Nullable String note) {}
}
