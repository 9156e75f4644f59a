package city.huiwei.booking.offer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often offers are looked after, and when staff are shown that one stalls.
 *
 * @param pause between two rounds
 * @param patience after which a step that nobody finished is taken up
 * @param manyTries so often taken up it stalls
 * @param late so long not done in inventory it stalls
 * @param littleTime unanswered with so much left it stalls
 */
@ConfigurationProperties("huiwei.offer")
public record OfferSettings(
    @DefaultValue("2s") Duration pause,
    @DefaultValue("5s") Duration patience,
    @DefaultValue("5") int manyTries,
    @DefaultValue("1m") Duration late,
    @DefaultValue("4h") Duration littleTime) {

  public OfferSettings {
    // Whoever comes next is asked within a minute.
    if (pause.isNegative() || pause.compareTo(Duration.ofSeconds(20)) > 0 || manyTries < 1) {
      throw new IllegalArgumentException("offers are looked after every 20 seconds or oftener");
    }
  }
}
