package city.huiwei.booking.offer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often offers are looked after.
 *
 * @param pause between two rounds
 * @param patience after which a step that nobody finished is taken up
 */
@ConfigurationProperties("huiwei.offer")
record OfferSettings(@DefaultValue("2s") Duration pause, @DefaultValue("5s") Duration patience) {}
