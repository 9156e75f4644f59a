package city.huiwei.booking.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a booking between two steps is driven on.
 *
 * @param pause between two rounds
 * @param patience how long whoever began has to finish
 */
@ConfigurationProperties("huiwei.sweep")
record SweepSettings(@DefaultValue("2s") Duration pause, @DefaultValue("5s") Duration patience) {}
