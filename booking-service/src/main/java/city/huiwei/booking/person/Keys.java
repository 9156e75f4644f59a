package city.huiwei.booking.person;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sealing and the blind index with this city's keys. */
@Configuration(proxyBeanMethods = false)
class Keys {

  @Bean
  Sealing sealing(SealingSettings settings) {
    return settings.sealing();
  }

  @Bean
  BlindIndex blindIndex(SealingSettings settings) {
    return settings.blindIndex();
  }
}
