package city.huiwei.booking.booking;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.FrontDesk;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The contract as the console uses it. */
class FrontDeskOverHttpTest extends FrontDeskContractTest {

  @Override
  FrontDesk as(TestCity city, String person) {
    var http =
        WebClient.builder()
            .baseUrl(city.address())
            .defaultHeaders(headers -> headers.setBearerAuth(TestCity.token(person)))
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(http))
        .build()
        .createClient(FrontDesk.class);
  }

  @Override
  String notFound() {
    return "404";
  }

  @Override
  String wrongState() {
    return "409";
  }

  @Override
  String notTheDay() {
    return "409";
  }

  @Override
  String forbidden() {
    return "403";
  }
}
