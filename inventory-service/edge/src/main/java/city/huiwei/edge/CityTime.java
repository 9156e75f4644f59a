package city.huiwei.edge;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The city's calendar. It says what day a page shows; deadlines are the database's clock's
 * business.
 */
@Configuration(proxyBeanMethods = false)
class CityTime {

  @Bean
  Clock clock(@Value("${huiwei.zone:Asia/Shanghai}") ZoneId zone) {
    return Clock.system(zone);
  }
}
