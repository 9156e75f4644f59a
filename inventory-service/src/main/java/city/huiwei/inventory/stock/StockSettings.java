package city.huiwei.inventory.stock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what we know may be.
 *
 * @param staleAfter who has not reported for so long is marked and not offered; no source, so it is
 *     set here
 */
@ConfigurationProperties("huiwei.stock")
public record StockSettings(@DefaultValue("30d") Duration staleAfter) {}
