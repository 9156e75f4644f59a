package city.huiwei.inventory.intake;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Adds the thresholds of rows to the settings; whatever else sets them goes before. */
@Configuration(proxyBeanMethods = false)
@PropertySource(value = "classpath:stock-rules.properties", encoding = "UTF-8")
class RulesOfRows {}
