package city.huiwei.console.application;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param programmes whose places are applied for
 */
@ConfigurationProperties("huiwei.applications")
record ApplicationSettings(List<String> programmes) {}
