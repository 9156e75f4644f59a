package city.huiwei.booking.appeal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The clock of appeals and requests; the source is in {@code rules/appeals.yaml}.
 *
 * @param answerDays working days in which one is to be answered
 */
@ConfigurationProperties("huiwei.appeals")
record AppealRules(String version, String source, int answerDays) {

  AppealRules {
    if (answerDays < 1) {
      throw new IllegalArgumentException("appeals are answered in a day at least: answer-days");
    }
  }
}
