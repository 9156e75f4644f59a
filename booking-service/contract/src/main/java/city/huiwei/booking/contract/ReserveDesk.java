package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** What a reserve does to a draw, tried out before a rule is signed; nothing of it is kept. */
public interface ReserveDesk {

  /** Draws many times under each order and says who got how many places. */
  @PostExchange("/api/operator/reserves/trials")
  Mono<Trial> attempt(@RequestBody TrialAsk ask);

  /**
   * What is tried; whatever is absent is said in one answer.
   *
   * @param capacity places that nobody can tell apart
   * @param groups for whom places are kept
   * @param others applicants of none of the groups
   * @param orders of {@link ReserveOrder}; all when absent
   * @param rounds how often it is drawn
   * @param seed the same seed draws the same
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TrialAsk(
      @Nullable Integer capacity,
      @Nullable List<@Nullable Group> groups,
      @Nullable Integer others,
      @Nullable List<@Nullable String> orders,
      @Nullable Integer rounds,
      @Nullable Long seed) {}

  /**
   * @param reserved places kept for it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Group(
      @Nullable String category, @Nullable Integer applicants, @Nullable Integer reserved) {}

  /** The table: one outcome an order, with the same draws. */
  record Trial(int capacity, int rounds, long seed, List<Outcome> outcomes, long millis) {}

  /** What an order does, one line a group and the last for the others. */
  record Outcome(ReserveOrder order, List<Share> shares) {}

  /**
   * How many places a group got.
   *
   * @param category absent for those of no group
   * @param mean over all rounds
   * @param low so many or more in 95 of 100 rounds; {@code high}: so many or fewer
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Share(
      @Nullable String category, int applicants, int reserved, double mean, int low, int high) {}
}
