package city.huiwei.booking.allocation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The table of consequences in force, from {@code rules/consequences.yaml}. */
@ConfigurationProperties("huiwei.consequences")
public record ConsequenceRules(
    String version,
    LocalDate inForceFrom,
    String source,
    @DefaultValue List<Consequences.Row> rows) {

  public ConsequenceRules {
    // Refuses what is not sound when the service starts.
    new Consequences(rows);
  }

  public Consequences consequences() {
    return new Consequences(rows);
  }
}
