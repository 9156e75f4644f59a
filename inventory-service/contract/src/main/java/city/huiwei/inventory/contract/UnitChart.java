package city.huiwei.inventory.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * A site's units by nights, and what its operator's staff arrange by hand. Sites, stays and units
 * of other operators are 404; what cannot be arranged is a 409 problem with all reasons, and
 * nothing has changed.
 */
public interface UnitChart {

  /** Nights on a chart at most. */
  int MOST_NIGHTS = 31;

  /** Units on a page of a chart. */
  int PAGE = 500;

  /**
   * @param from first night; today when absent
   * @param nights 1 to {@link #MOST_NIGHTS}
   * @param pool only this pool's units; all when absent
   * @param after the last unit of the page before
   */
  @GetExchange("/api/operator/sites/{site}/chart")
  Mono<ChartSheet> chart(
      @PathVariable String site,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(defaultValue = "14") int nights,
      @RequestParam(required = false) @Nullable String pool,
      @RequestParam(required = false) @Nullable String after);

  /** Gives a stay that has not begun another unit of its pool. */
  @PutExchange("/api/operator/stays/{stay}/unit")
  Mono<Arranged> move(@PathVariable UUID stay, @RequestBody NewUnit unit);

  /** Lets two stays that have not begun exchange their units. */
  @PutExchange("/api/operator/stays/{stay}/exchange")
  Mono<Arranged> exchange(@PathVariable UUID stay, @RequestBody Exchange with);

  /** Keeps a stay in its unit, whoever else needs room, or lets it go again. */
  @PutExchange("/api/operator/stays/{stay}/pin")
  Mono<Arranged> pin(@PathVariable UUID stay, @RequestBody Pin pin);

  /** Takes a unit out of use; asked twice with one id it is one block. */
  @PutExchange("/api/operator/blocks/{block}")
  Mono<Arranged> block(@PathVariable UUID block, @RequestBody NewBlock wanted);

  /** The unit is in use again from today on. */
  @PutExchange("/api/operator/blocks/{block}/end")
  Mono<Arranged> unblock(@PathVariable UUID block);

  /**
   * @param seen the unit that the stay had when somebody looked
   */
  record NewUnit(String seen, String unit) {}

  /** Both with the unit that they had when somebody looked. */
  record Exchange(String seen, UUID other, String otherSeen) {}

  record Pin(boolean pinned) {}

  /**
   * @param to the first night that is free again; open when absent
   * @param reason why, for colleagues; no person is named
   * @param reseating whether stays in the way get other units
   */
  record NewBlock(
      String unit, LocalDate from, @Nullable LocalDate to, String reason, boolean reseating) {}

  /** Where it is now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Arranged(UUID hold, String pool, @Nullable String unit) {}
}
