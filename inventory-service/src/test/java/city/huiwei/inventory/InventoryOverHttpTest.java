package city.huiwei.inventory;

import city.huiwei.edge.IsoDates;
import city.huiwei.inventory.contract.Inventory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The contract as booking-service and admin-console use it. */
class InventoryOverHttpTest extends InventoryContractTest {

  @Override
  Inventory asAService(ConfigurableApplicationContext service) {
    return client(service, TestCity.signIn().serviceToken("booking-service"));
  }

  @Override
  Inventory asMonitor(ConfigurableApplicationContext service) {
    return client(service, TestCity.signIn().token("monitor"));
  }

  private static Inventory client(ConfigurableApplicationContext service, String token) {
    var http =
        WebClient.builder()
            .baseUrl(TestCity.address(service))
            .defaultHeaders(headers -> headers.setBearerAuth(token))
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(http))
        .conversionService(IsoDates.conversion())
        .build()
        .createClient(Inventory.class);
  }

  @Override
  String notFound() {
    return "404";
  }

  @Override
  String forbidden() {
    return "403";
  }

  @Override
  String reused() {
    return "422";
  }
}
