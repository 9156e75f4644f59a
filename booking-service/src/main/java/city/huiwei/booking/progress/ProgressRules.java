package city.huiwei.booking.progress;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Until when applicants are told that a step is taken; the source is in {@code
 * rules/progress.yaml}.
 *
 * @param checkDays working days in which papers are checked
 */
@ConfigurationProperties("huiwei.progress")
record ProgressRules(String version, String source, int checkDays) {

  ProgressRules {
    if (checkDays < 1) {
      throw new IllegalArgumentException("papers are checked in a day at least: check-days");
    }
  }
}
