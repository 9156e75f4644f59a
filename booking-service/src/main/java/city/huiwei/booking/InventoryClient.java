package city.huiwei.booking;

import city.huiwei.edge.IsoDates;
import city.huiwei.edge.ServiceTokens;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Asks inventory-service over HTTP, in this service's own name. */
@Configuration(proxyBeanMethods = false)
class InventoryClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  Inventory inventory(
      WebClient.Builder builder,
      ServiceTokens tokens,
      @Value("${huiwei.inventory}") String address) {
    var client =
        builder
            .baseUrl(address)
            .clientConnector(new ReactorClientHttpConnector(connections()))
            .filter(tokens)
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
        .conversionService(IsoDates.conversion())
        .build()
        .createClient(Inventory.class);
  }

  private static HttpClient connections() {
    var pool =
        ConnectionProvider.builder("inventory")
            .maxConnections(64)
            .pendingAcquireMaxCount(2_000)
            .pendingAcquireTimeout(PATIENCE)
            .maxIdleTime(Duration.ofSeconds(30))
            .build();
    return HttpClient.create(pool).responseTimeout(PATIENCE);
  }
}
