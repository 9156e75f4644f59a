package city.huiwei.inventory.occupancy;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.OccupancyFigures;
import city.huiwei.inventory.contract.OccupancyFigures.By;
import city.huiwei.inventory.contract.OccupancyMonths;
import city.huiwei.inventory.stock.Following;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Counts how full the city is, was, and will be. */
@Service
public class Counting {

  private final Lines lines;
  private final Following following;
  private final Clock clock;

  Counting(Lines lines, Following following, Clock clock) {
    this.lines = lines;
    this.following = following;
    this.clock = clock;
  }

  public Mono<OccupancyFigures> figures(By by, Part part) {
    if (by == By.FLOOR && part.site() == null) {
      return Mono.error(() ->
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(Reason.of("SITE_MISSING", "site"))));
    }
    var today = LocalDate.now(clock);
    return Mono.zip(
            lines.stock(by, part).collectList(), held(by, part, today), outOfUse(by, part, today))
        .map(all ->
            new OccupancyFigures(
                part.programme(),
                by,
                today,
                clock.instant(),
                Tally.lines(all.getT1(), all.getT2(), all.getT3())));
  }

  /** From memory where it is true: it counts a city in the time in which one asks a table. */
  private Mono<Map<String, long[]>> held(By by, Part part, LocalDate today) {
    return by == By.FLOOR
        ? lines.heldByFloor(part, today, false)
        : following
            .taken(part.programme(), today, Tally.SPANS)
            .map(Mono::just)
            .orElseGet(() -> lines.held(part, today));
  }

  private Mono<Map<String, long[]>> outOfUse(By by, Part part, LocalDate today) {
    return by == By.FLOOR ? lines.heldByFloor(part, today, true) : lines.outOfUse(part, today);
  }

  public Mono<OccupancyMonths> months(Part part) {
    return lines
        .months(part, LocalDate.now(clock))
        .collectList()
        .map(months -> new OccupancyMonths(part.programme(), months));
  }
}
