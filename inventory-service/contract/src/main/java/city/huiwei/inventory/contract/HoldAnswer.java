package city.huiwei.inventory.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory says to a hold: a unit, or no with all its reasons. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HoldAnswer.Held.class, name = "held"),
  @JsonSubTypes.Type(value = HoldAnswer.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = HoldAnswer.Unanswered.class, name = "unanswered")
})
public sealed interface HoldAnswer {

  UUID hold();

  /**
   * A unit is, or was, taken.
   *
   * @param to open when absent
   * @param until when a timed hold lapses; absent on a firm one
   */
  record Held(
      UUID hold,
      State state,
      String pool,
      String site,
      String unit,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable Instant until)
      implements HoldAnswer {}

  /** No, and why. */
  record Refused(UUID hold, List<Refusal> reasons) implements HoldAnswer {}

  /**
   * One of many was not looked at, and nothing is written of it. A single question never hears it.
   */
  record Unanswered(UUID hold, Why why) implements HoldAnswer {}

  /** Why there is no answer. */
  enum Why {
    /** Too many ask at once; the same question later is welcome. */
    BUSY,
    /** The id was used for another request. */
    ID_REUSED
  }

  /** The life of a hold; the first two are live and keep the unit. */
  enum State {
    TIMED,
    FIRM,
    RELEASED,
    LAPSED
  }
}
