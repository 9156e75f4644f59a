package city.huiwei.inventory;

import static java.util.Objects.requireNonNullElse;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.UnitChart;
import city.huiwei.inventory.hold.Operating;
import city.huiwei.inventory.occupancy.Charting;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The chart's contract over HTTP: everybody sees and arranges at their own operator's sites. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class UnitChartController implements UnitChart {

  private final Charting charting;
  private final Operating operating;

  UnitChartController(Charting charting, Operating operating) {
    this.charting = charting;
    this.operating = operating;
  }

  @Override
  public Mono<ChartSheet> chart(
      String site,
      @Nullable LocalDate from,
      int nights,
      @Nullable String pool,
      @Nullable String after) {
    return SignedIn.current()
        .flatMap(who -> charting.sheet(site, operator(who), from, nights, pool, after))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  @Override
  public Mono<Arranged> move(UUID stay, NewUnit unit) {
    return as((who, operator) -> operating.move(who, operator, stay, unit));
  }

  @Override
  public Mono<Arranged> exchange(UUID stay, Exchange with) {
    return as((who, operator) -> operating.exchange(who, operator, stay, with));
  }

  @Override
  public Mono<Arranged> pin(UUID stay, Pin pin) {
    return as((who, operator) -> operating.pin(who, operator, stay, pin.pinned()));
  }

  @Override
  public Mono<Arranged> block(UUID block, NewBlock wanted) {
    return as((who, operator) -> operating.block(who, operator, block, wanted));
  }

  @Override
  public Mono<Arranged> unblock(UUID block) {
    return as((who, operator) -> operating.unblock(who, operator, block));
  }

  private static Mono<Arranged> as(BiFunction<String, String, Mono<Arranged>> step) {
    return SignedIn.current()
        .flatMap(who -> step.apply(who.subject(), operator(who)))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** Who works for nobody has no site. */
  private static String operator(SignedIn who) {
    return requireNonNullElse(who.operator(), "");
  }
}
