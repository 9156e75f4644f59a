package city.huiwei.inventory;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldEnd;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.OccupancyFigures;
import city.huiwei.inventory.contract.OccupancyMonths;
import city.huiwei.inventory.contract.OccupancySheet;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import city.huiwei.inventory.contract.SiteReport;
import city.huiwei.inventory.hold.Holding;
import city.huiwei.inventory.occupancy.Counting;
import city.huiwei.inventory.occupancy.Part;
import city.huiwei.inventory.occupancy.Watching;
import city.huiwei.inventory.stock.Reporting;
import city.huiwei.inventory.stock.Searching;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract over HTTP. */
@RestController
class InventoryController implements Inventory {

  private static final String SERVICE = "hasRole('SERVICE')";

  private final Searching searching;
  private final Holding holding;
  private final Watching watching;
  private final Counting counting;
  private final Reporting reporting;

  InventoryController(
      Searching searching,
      Holding holding,
      Watching watching,
      Counting counting,
      Reporting reporting) {
    this.searching = searching;
    this.holding = holding;
    this.watching = watching;
    this.counting = counting;
    this.reporting = reporting;
  }

  @Override
  public Mono<Places> places(
      String programme,
      @Nullable String district,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean free,
      @Nullable String after,
      int limit) {
    return searching.places(programme, district, from, to, free, after, limit);
  }

  @Override
  public Mono<Place> place(String pool, @Nullable LocalDate from, @Nullable LocalDate to) {
    return searching.place(pool, from, to).switchIfEmpty(notFound());
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<HoldAnswer> hold(UUID hold, HoldRequest request) {
    return holding.hold(hold, request);
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<List<HoldAnswer>> holds(List<HoldAsk> asks) {
    return holding.hold(asks);
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<HoldAnswer> answer(UUID hold) {
    return holding.answer(hold).switchIfEmpty(notFound());
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<HoldAnswer> confirm(UUID hold) {
    return holding.confirm(hold).switchIfEmpty(notFound());
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<HoldAnswer> release(UUID hold) {
    return holding.release(hold).switchIfEmpty(notFound());
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<HoldAnswer> end(UUID hold, HoldEnd end) {
    return holding.end(hold, end.to()).switchIfEmpty(notFound());
  }

  @Override
  @PreAuthorize(SERVICE)
  public Mono<HoldAnswer> pin(UUID hold) {
    return holding.pin(hold).switchIfEmpty(notFound());
  }

  @Override
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER', 'MONITOR')")
  public Mono<OccupancySheet> occupancy(
      String programme, @Nullable String district, @Nullable LocalDate from, int nights) {
    return SignedIn.current()
        .flatMap(who -> watching.sheet(programme, scope(who), district, from, nights));
  }

  @Override
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER', 'MONITOR')")
  public Mono<OccupancyFigures> figures(
      String programme,
      OccupancyFigures.By by,
      @Nullable String district,
      @Nullable String operator,
      @Nullable String site) {
    return SignedIn.current()
        .flatMap(
            who -> counting.figures(by, new Part(programme, scope(who, operator), district, site)));
  }

  @Override
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER', 'MONITOR')")
  public Mono<OccupancyMonths> months(
      String programme,
      @Nullable String district,
      @Nullable String operator,
      @Nullable String site) {
    return SignedIn.current()
        .flatMap(who -> counting.months(new Part(programme, scope(who, operator), district, site)));
  }

  @Override
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
  public Mono<SiteReport> report(String site) {
    return SignedIn.current()
        .flatMap(who -> reporting.report(who.subject(), String.valueOf(who.operator()), site))
        .switchIfEmpty(notFound());
  }

  /** Whoever may see all may look at one operator's. */
  private static @Nullable String scope(SignedIn who, @Nullable String operator) {
    return who.is(SignedIn.Role.MONITOR) ? operator : scope(who);
  }

  /** Staff see their own operator's sites, the monitor sees all. */
  private static @Nullable String scope(SignedIn who) {
    return who.is(SignedIn.Role.MONITOR) ? null : String.valueOf(who.operator());
  }

  private static <T> Mono<T> notFound() {
    return Mono.error(ProblemException::notFound);
  }
}
