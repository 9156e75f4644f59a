package city.huiwei.edge;

import de.codecentric.boot.admin.client.registration.RestClientRegistrationClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Registers the service at the console as who it is; the console lets no stranger register. */
final class ConsoleRegistration extends RestClientRegistrationClient {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ServiceTokens tokens;

  ConsoleRegistration(ServiceTokens tokens) {
    super(RestClient.builder().requestFactory(connections()).build());
    this.tokens = tokens;
  }

  @Override
  protected void setRequestHeaders(HttpHeaders headers) {
    super.setRequestHeaders(headers);
    var token = tokens.token().block(PATIENCE);
    if (token != null) {
      headers.setBearerAuth(token);
    }
  }

  private static JdkClientHttpRequestFactory connections() {
    var factory = new JdkClientHttpRequestFactory();
    factory.setReadTimeout(PATIENCE);
    return factory;
  }
}
