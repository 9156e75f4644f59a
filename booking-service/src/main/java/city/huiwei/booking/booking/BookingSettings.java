package city.huiwei.booking.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests share a step, and how many wait.
 *
 * @param batch requests whose step is one statement or one question to inventory
 * @param queue requests that may wait for a step; one more is told at once that we are busy
 * @param patience how long a request is kept waiting before it is told that we are busy
 */
@ConfigurationProperties("huiwei.booking")
record BookingSettings(
    @DefaultValue("128") int batch,
    @DefaultValue("4000") int queue,
    @DefaultValue("10s") Duration patience) {}
