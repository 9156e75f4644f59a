package city.huiwei.inventory.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What a manager puts right in the stock without a file. Sites and units of other operators are
 * 404; who edits what has changed meanwhile hears 409, and nothing is written.
 */
public interface StockDesk {

  /** Units on a page. */
  int PAGE = 200;

  /**
   * @param after the last unit of the page before
   */
  @GetExchange("/api/operator/sites/{site}/stock")
  Mono<SiteStock> stock(
      @PathVariable String site, @RequestParam(required = false) @Nullable String after);

  @PutExchange("/api/operator/sites/{site}")
  Mono<SiteFacts> editSite(@PathVariable String site, @RequestBody SiteEdit edit);

  /** Changes what the unit alone has; what tells pools apart changes by a file only. */
  @PutExchange("/api/operator/units/{unit}")
  Mono<UnitFacts> editUnit(@PathVariable String unit, @RequestBody UnitEdit edit);

  /**
   * @param next where the next page begins; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SiteStock(SiteFacts site, List<UnitFacts> units, @Nullable String next) {}

  /**
   * @param version to be sent with the next edit
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SiteFacts(
      String site,
      String programme,
      String nameZh,
      String nameEn,
      String address,
      @Nullable String telephone,
      int version) {}

  /**
   * @param features what the unit alone has, such as {@code floor}
   * @param version to be sent with the next edit
   */
  record UnitFacts(
      String unit, String site, String pool, Map<String, Object> features, int version) {}

  /**
   * @param version that was seen
   */
  record SiteEdit(
      int version, String nameZh, String nameEn, String address, @Nullable String telephone) {}

  /**
   * @param version that was seen
   * @param features those that change
   */
  record UnitEdit(int version, Map<String, Object> features) {}
}
