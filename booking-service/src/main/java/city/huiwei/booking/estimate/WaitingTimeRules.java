package city.huiwei.booking.estimate;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How waiting times are estimated, from {@code rules/waiting-time.yaml}.
 *
 * @param leastVacancies with fewer seen nothing is told
 * @param horizonDays what takes longer is told as "longer than that"
 * @param runs futures that are played through
 */
@ConfigurationProperties("huiwei.waiting-time")
public record WaitingTimeRules(String version, int leastVacancies, int horizonDays, int runs) {

  public WaitingTimeRules {
    if (leastVacancies < 1 || horizonDays < 1 || runs < 100 || runs > 100_000) {
      throw new IllegalArgumentException("waiting-time rules are not sound");
    }
  }

  public WaitingTime waitingTime() {
    return new WaitingTime(leastVacancies, horizonDays, runs);
  }
}
