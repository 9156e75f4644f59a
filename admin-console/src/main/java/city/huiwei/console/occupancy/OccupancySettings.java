package city.huiwei.console.occupancy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the occupancy page offers.
 *
 * @param programmes in the order of the scope column
 */
@ConfigurationProperties("huiwei.occupancy")
record OccupancySettings(List<String> programmes) {}
