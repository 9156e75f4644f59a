package city.huiwei.inventory.stock;

import city.huiwei.inventory.contract.SiteReport;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Hears from operators that their stock is as it stands here. */
@Service
public class Reporting {

  private final SiteReports reports;

  Reporting(SiteReports reports) {
    this.reports = reports;
  }

  /**
   * Empty when the operator has no such site.
   *
   * @param actor who says so
   */
  public Mono<SiteReport> report(String actor, String operator, String site) {
    return reports.unchanged(actor, operator, site);
  }
}
