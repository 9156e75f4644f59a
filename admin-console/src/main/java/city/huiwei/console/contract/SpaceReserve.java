package city.huiwei.console.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** What booking-service publishes of the space that is kept for start-ups. */
public interface SpaceReserve {

  /** Empty (404) where nothing is kept. */
  @GetExchange("/api/programmes/{programme}/reserve")
  Mono<Reserve> reserve(@PathVariable String programme);

  /**
   * Parts of 1.
   *
   * @param share the least part that is theirs
   * @param startUpShareOfStock of all that can be let, what nobody but start-ups has
   * @param startUpShareOfLeased of what is leased, what start-ups have; absent while nothing is
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reserve(
      BigDecimal share,
      String denominator,
      BigDecimal startUpShareOfStock,
      @Nullable BigDecimal startUpShareOfLeased) {

    public String percentKept() {
      return percent(share);
    }

    public String percentOfStock() {
      return percent(startUpShareOfStock);
    }

    public @Nullable String percentOfLeased() {
      return startUpShareOfLeased == null ? null : percent(startUpShareOfLeased);
    }

    private static String percent(BigDecimal part) {
      return part.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
  }
}
