package city.huiwei.booking.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The published parameters of the start-up reserve, from {@code rules/start-up-reserve.yaml}. */
@ConfigurationProperties("huiwei.start-up-reserve")
public record StartUpReserveRules(
    String version,
    LocalDate inForceFrom,
    String source,
    BigDecimal share,
    StartUpReserve.Denominator denominator) {

  public StartUpReserveRules {
    // Refuses what is not sound when the service starts.
    new StartUpReserve(share, denominator);
  }

  public StartUpReserve reserve() {
    return new StartUpReserve(share, denominator);
  }
}
