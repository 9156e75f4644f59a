package city.huiwei.booking.notice;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices get out. Mail goes out where {@code spring.mail.host} is set, short messages where
 * {@code huiwei.notice.sms.url} is.
 *
 * @param pages address of the citizens' pages, as messages name it
 * @param from whom mail is from
 * @param pause between two looks for what is to be sent
 * @param patience how long one message may take; whoever took it has it twice as long
 * @param firstRetry until the second try; each later one waits twice as long
 * @param longestRetry that a try waits for at most
 * @param mostTries after which a message is dead
 * @param reminders between two looks for what people are to be reminded of
 */
@ConfigurationProperties("huiwei.notice")
record NoticeSettings(
    @DefaultValue("http://localhost:8080") String pages,
    @DefaultValue("huiwei@localhost.localdomain") String from,
    @DefaultValue("2s") Duration pause,
    @DefaultValue("60s") Duration patience,
    @DefaultValue("30s") Duration firstRetry,
    @DefaultValue("6h") Duration longestRetry,
    @DefaultValue("14") int mostTries,
    @DefaultValue("1m") Duration reminders,
    @DefaultValue Sms sms) {

  /**
   * The gateway for short messages.
   *
   * @param secret {@code whsec_…}, with which each call is signed by Standard Webhooks
   * @param from the time of day at which the first one goes out
   * @param to the time of day from which they wait for the next morning
   */
  record Sms(
      @DefaultValue("") String url,
      @DefaultValue("") String secret,
      @DefaultValue("08:00") LocalTime from,
      @DefaultValue("21:00") LocalTime to) {

    /** Whether a telephone may ring. */
    boolean isOpen(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
      return url;
    }
  }

  NoticeSettings {
    if (mostTries < 1 || !patience.isPositive() || !firstRetry.isPositive()) {
      throw new IllegalArgumentException("a message is tried at least once, with some patience");
    }
  }
}
