package city.huiwei.booking;

import city.huiwei.edge.IsoDates;
import city.huiwei.edge.ServiceTokens;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

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
            .filter(InventoryClient::onceMore)
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
        .conversionService(IsoDates.conversion())
        .build()
        .createClient(Inventory.class);
  }

  /**
   * A connection that closes says nothing of what was asked on it, and whatever the contract has
   * may be asked twice with one effect.
   */
  static Mono<ClientResponse> onceMore(ClientRequest request, ExchangeFunction next) {
    return next.exchange(request)
        .retryWhen(
            Retry.max(1)
                .filter(InventoryClient::isClosed)
                .onRetryExhaustedThrow((_, last) -> last.failure()));
  }

  private static boolean isClosed(Throwable error) {
    var cause = error.getCause();
    return error instanceof WebClientRequestException
        && cause != null
        && (cause instanceof PrematureCloseException || AbortedException.isConnectionReset(cause));
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
