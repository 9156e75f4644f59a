package city.huiwei.inventory.occupancy;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.UnitChart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows an operator's staff the units of a site, night by night. */
@Service
public class Charting {

  private final ChartedUnits units;

  Charting(ChartedUnits units) {
    this.units = units;
  }

  /**
   * Empty when the operator has no such site.
   *
   * @param after the last unit of the page before
   */
  public Mono<ChartSheet> sheet(
      String site,
      String operator,
      @Nullable LocalDate from,
      int nights,
      @Nullable String pool,
      @Nullable String after) {
    if (nights < 1 || nights > UnitChart.MOST_NIGHTS) {
      return Mono.error(() -> outOfRange());
    }
    return units
        .site(site, operator)
        .flatMap(head -> {
          var first = from == null ? head.today() : from;
          return Mono.zip(
                  units.units(site).collectList(), units.stays(site, first, nights).collectList())
              .map(found ->
                  new UnitNights(first, nights, found.getT1(), found.getT2(), pool)
                      .page(head, after, UnitChart.PAGE));
        });
  }

  private static ProblemException outOfRange() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid-request",
        List.of(
            new Reason(
                "NIGHTS_OUT_OF_RANGE",
                "nights",
                Map.of("least", 1, "most", UnitChart.MOST_NIGHTS))));
  }
}
