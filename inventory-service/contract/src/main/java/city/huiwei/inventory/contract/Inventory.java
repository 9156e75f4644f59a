package city.huiwei.inventory.contract;

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

/** What is there, and when is it taken. A question asked twice with the same id has one answer. */
public interface Inventory {

  /** Holds that may be asked for together. */
  int MOST_ASKS = 256;

  /**
   * The pools of a programme with what is free in them on <em>every</em> night of the period.
   *
   * @param district only this district; all when absent
   * @param from first night; today when absent
   * @param to the morning of departure; one night when absent
   * @param free only pools with at least one free unit
   * @param after the last pool of the page before
   * @param limit 1 to 200 pools
   */
  @GetExchange("/api/places")
  Mono<Places> places(
      @RequestParam String programme,
      @RequestParam(required = false) @Nullable String district,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "false") boolean free,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit);

  /** One pool; empty (404) when there is none of that code. */
  @GetExchange("/api/places/{pool}")
  Mono<Place> place(
      @PathVariable String pool,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to);

  /** Takes a unit of a pool for a period, or says why not. */
  @PutExchange("/api/holds/{hold}")
  Mono<HoldAnswer> hold(@PathVariable UUID hold, @RequestBody HoldRequest request);

  /**
   * Takes units for many at once, each for itself: one that is refused does not touch the others.
   *
   * @param asks at most {@link #MOST_ASKS}
   * @return one answer each, in their order
   */
  @PutExchange("/api/holds")
  Mono<List<HoldAnswer>> holds(@RequestBody List<HoldAsk> asks);

  /** The answer once given; empty (404) when the hold was never asked for. */
  @GetExchange("/api/holds/{hold}")
  Mono<HoldAnswer> answer(@PathVariable UUID hold);

  /** Makes a timed hold firm; refused when it has lapsed or ended. */
  @PutExchange("/api/holds/{hold}/confirmation")
  Mono<HoldAnswer> confirm(@PathVariable UUID hold);

  /** Gives the unit back whole. Releasing twice is releasing once. */
  @PutExchange("/api/holds/{hold}/release")
  Mono<HoldAnswer> release(@PathVariable UUID hold);

  /** Ends a hold earlier: the nights from {@code end.to()} on are free at that moment. */
  @PutExchange("/api/holds/{hold}/end")
  Mono<HoldAnswer> end(@PathVariable UUID hold, @RequestBody HoldEnd end);

  /** Keeps a stay in the unit that it has now, as its guest has been given the key. */
  @PutExchange("/api/holds/{hold}/pin")
  Mono<HoldAnswer> pin(@PathVariable UUID hold);

  /** Who is where, by site and night, as far as the asker may see. */
  @GetExchange("/api/occupancy")
  Mono<OccupancySheet> occupancy(
      @RequestParam String programme,
      @RequestParam(required = false) @Nullable String district,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(defaultValue = "14") int nights);

  /**
   * How full it is tonight and next, as far as the asker may see.
   *
   * @param site only this one
   */
  @GetExchange("/api/occupancy/figures")
  Mono<OccupancyFigures> figures(
      @RequestParam String programme,
      @RequestParam(defaultValue = "SITE") OccupancyFigures.By by,
      @RequestParam(required = false) @Nullable String district,
      @RequestParam(required = false) @Nullable String operator,
      @RequestParam(required = false) @Nullable String site);

  /** Nights taken in each of the last twelve months and this one, as far as the asker may see. */
  @GetExchange("/api/occupancy/months")
  Mono<OccupancyMonths> months(
      @RequestParam String programme,
      @RequestParam(required = false) @Nullable String district,
      @RequestParam(required = false) @Nullable String operator,
      @RequestParam(required = false) @Nullable String site);

  /** Staff say that what stands here of a site of theirs is still so; empty (404): not theirs. */
  @PutExchange("/api/operator/sites/{site}/report")
  Mono<SiteReport> report(@PathVariable String site);
}
