package city.huiwei.booking.assignment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often assignments are looked after.
 *
 * @param pause between two looks
 * @param patience after which a step that nobody finished is taken up
 * @param again after so long the list is gone through again for rooms that came back
 */
@ConfigurationProperties("huiwei.assignment")
record AssignmentSettings(
    @DefaultValue("2s") Duration pause,
    @DefaultValue("10s") Duration patience,
    @DefaultValue("1m") Duration again) {}
