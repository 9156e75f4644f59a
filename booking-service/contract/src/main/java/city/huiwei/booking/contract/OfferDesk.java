package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** How an operator's offers go, and which do not. */
public interface OfferDesk {

  /**
   * A page of offers, the oldest first: those in one state; where none is named the live ones.
   *
   * @param stalled only those that something keeps from going on
   */
  @GetExchange("/api/operator/offers")
  Mono<OfferList> offers(
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(defaultValue = "false") boolean stalled,
      @RequestParam(required = false) @Nullable UUID after);

  /**
   * @param next where the next page begins; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfferList(List<OfferLine> items, @Nullable UUID next) {}

  /**
   * An offer; nothing in it names a person.
   *
   * @param reference of the application
   * @param ageMinutes since it was made
   * @param tries how often it was taken up after somebody had left it half-way
   * @param stalled what keeps it from going on; empty while it goes its way
   */
  record OfferLine(
      UUID id,
      UUID application,
      String reference,
      String programme,
      String site,
      List<String> pools,
      List<String> units,
      LocalDate from,
      State state,
      Instant createdAt,
      Instant deadline,
      long ageMinutes,
      int tries,
      List<Stall> stalled) {}

  /** The life of an offer. */
  enum State {
    PROPOSED,
    OPEN,
    ACCEPTED,
    BOOKED,
    REFUSED,
    LAPSED,
    FAILED,
    WITHDRAWN
  }

  /** What keeps an offer from going on. */
  enum Stall {
    /** It was taken up again and again. */
    DRIVEN_OFTEN,
    /** What is to be done in inventory is not done, and ought to be by now. */
    INVENTORY_SILENT,
    /** Nobody has answered, and there is little time left. */
    LITTLE_TIME_LEFT
  }
}
