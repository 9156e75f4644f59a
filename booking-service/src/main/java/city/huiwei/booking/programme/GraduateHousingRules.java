package city.huiwei.booking.programme;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The figures of graduate housing; each has its source in {@code rules/graduate-housing.yaml}.
 *
 * @param entitlementNights nights a graduate may have in all
 * @param leastNights nights of a stay, {@code mostNights} likewise
 * @param windowFirstDay days from today on which the first night may be, {@code windowLastDay}
 *     likewise
 * @param graduationYearsBack graduates of this year and so many years before
 * @param cancellationDaysBefore how many days before the first night a booking can still be
 *     cancelled
 * @param noShowNightsKept nights that stay spent when the guest never comes
 * @param departureNightsKept nights that stay spent at least when the guest leaves early
 */
@ConfigurationProperties("huiwei.programmes.graduate-housing")
public record GraduateHousingRules(
    String version,
    LocalDate inForceFrom,
    String source,
    int entitlementNights,
    int leastNights,
    int mostNights,
    int windowFirstDay,
    int windowLastDay,
    int graduationYearsBack,
    int cancellationDaysBefore,
    int noShowNightsKept,
    int departureNightsKept) {

  public GraduateHousingRules {
    require(leastNights >= 1 && leastNights <= mostNights, "least-nights to most-nights");
    require(entitlementNights >= leastNights, "entitlement-nights");
    require(windowFirstDay >= 0 && windowFirstDay <= windowLastDay, "window");
    require(graduationYearsBack >= 0, "graduation-years-back");
    require(cancellationDaysBefore >= 0, "cancellation-days-before");
    require(noShowNightsKept >= 0 && departureNightsKept >= 1, "nights kept");
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("graduate-housing rules are not sound: " + what);
    }
  }
}
