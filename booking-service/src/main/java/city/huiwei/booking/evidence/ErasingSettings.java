package city.huiwei.booking.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When contents that nobody needs are erased.
 *
 * @param pause between two rounds
 * @param arriving how long content may be on its way in; far longer than anybody is let
 * @param leaving how long what was given up is left, for whoever still writes it
 */
@ConfigurationProperties("huiwei.evidence.erasing")
record ErasingSettings(
    @DefaultValue("1m") Duration pause,
    @DefaultValue("10m") Duration arriving,
    @DefaultValue("1m") Duration leaving) {}
