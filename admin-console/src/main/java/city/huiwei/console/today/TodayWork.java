package city.huiwei.console.today;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What is late here; the ways to booking-service are those of the pages where the work is done. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TodaySettings.class)
class TodayWork {}
