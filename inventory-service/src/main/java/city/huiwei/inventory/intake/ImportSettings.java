package city.huiwei.inventory.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of imports.
 *
 * @param largest a file may have at most
 * @param atOnce files that this instance works on at the same time; one more hears "busy"
 * @param silence after which an import that nobody was seen working on may be taken over
 */
@ConfigurationProperties("huiwei.import")
public record ImportSettings(
    @DefaultValue("512MB") DataSize largest,
    @DefaultValue("4") int atOnce,
    @DefaultValue("30s") Duration silence) {}
