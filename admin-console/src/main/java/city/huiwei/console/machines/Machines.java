package city.huiwei.console.machines;

import city.huiwei.edge.ServiceTokens;
import de.codecentric.boot.admin.server.config.EnableAdminServer;
import de.codecentric.boot.admin.server.web.client.InstanceExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring Boot Admin, reading the services' actuators in the console's own name. */
@Configuration(proxyBeanMethods = false)
@EnableAdminServer
class Machines {

  @Bean
  InstanceExchangeFilterFunction inOurName(ServiceTokens tokens) {
    return (_, request, next) -> tokens.filter(request, next);
  }
}
