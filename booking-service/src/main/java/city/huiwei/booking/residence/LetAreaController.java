package city.huiwei.booking.residence;

import city.huiwei.booking.allocation.LetArea;
import city.huiwei.booking.allocation.StartUpReserve;
import city.huiwei.booking.allocation.StartUpReserveRules;
import city.huiwei.edge.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The start-up reserve with both ratios, open to everyone. */
@RestController
class LetAreaController {

  private final LetAreas areas;
  private final StartUpReserveRules rules;

  LetAreaController(LetAreas areas, StartUpReserveRules rules) {
    this.areas = areas;
    this.rules = rules;
  }

  /**
   * What is kept for start-ups, in square metres and as parts of 1.
   *
   * @param share the least part that is theirs, of {@code denominator}
   * @param startUpShareOfStock of all that can be let, what nobody but start-ups has
   * @param startUpShareOfLeased of what is leased, what start-ups have; absent while nothing is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReserveAnswer(
      String rulesVersion,
      LocalDate inForceFrom,
      String source,
      BigDecimal share,
      StartUpReserve.Denominator denominator,
      BigDecimal stock,
      BigDecimal startUps,
      BigDecimal others,
      BigDecimal startUpShareOfStock,
      @Nullable BigDecimal startUpShareOfLeased) {}

  @GetMapping("/api/programmes/{programme}/reserve")
  Mono<ReserveAnswer> reserve(@PathVariable String programme) {
    return areas
        .now(programme)
        .map(this::answer)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private ReserveAnswer answer(LetArea area) {
    return new ReserveAnswer(
        rules.version(),
        rules.inForceFrom(),
        rules.source(),
        rules.share(),
        rules.denominator(),
        area.stock(),
        area.startUps(),
        area.others(),
        area.startUpShareOfStock(),
        area.startUpShareOfLeased().orElse(null));
  }
}
