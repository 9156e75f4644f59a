package city.huiwei.booking.assignment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The figures of assignments; each has its source in {@code rules/assignments.yaml}.
 *
 * @param confirmWithin time to confirm at least
 * @param daysAhead no room is given whose first night is nearer than so many days
 */
@ConfigurationProperties("huiwei.assignments")
record AssignmentRules(String version, String source, Duration confirmWithin, int daysAhead) {

  AssignmentRules {
    // A stay that begins within the time to confirm would begin before it is confirmed.
    if (!confirmWithin.isPositive()
        || confirmWithin.compareTo(Duration.ofDays(daysAhead - 1L)) > 0) {
      throw new IllegalArgumentException("who gets a room has time to confirm before it begins");
    }
  }
}
