package city.huiwei.booking.web;

import city.huiwei.edge.OpenPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the API is open to everyone. */
@Configuration(proxyBeanMethods = false)
class Doors {

  @Bean
  OpenPaths openPaths() {
    return new OpenPaths(
        List.of(
            "/api/programmes",
            "/api/programmes/*/reserve",
            "/api/programmes/*/publicity",
            "/api/places",
            "/api/places/*",
            "/api/rounds",
            "/api/rounds/*",
            "/api/batches",
            "/api/batches/*",
            "/api/draws/*",
            "/api/draws/*/announcement",
            "/api/draws/*/log",
            "/api/draws/*/tickets/*",
            "/v3/api-docs",
            "/v3/api-docs.yaml"));
  }
}
