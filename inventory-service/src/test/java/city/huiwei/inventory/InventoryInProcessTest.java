package city.huiwei.inventory;

import city.huiwei.inventory.contract.Inventory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** The same contract without HTTP between. */
@org.jspecify.annotations.NullUnmarked
class InventoryInProcessTest extends InventoryContractTest {

  @Override
  Inventory asAService(ConfigurableApplicationContext service) {
    return as("service", service);
  }

  @Override
  Inventory asMonitor(ConfigurableApplicationContext service) {
    return as("monitor", service);
  }

  /** Calls the service's own bean with somebody signed in. */
  private static Inventory as(String role, ConfigurableApplicationContext service) {
    var who =
        new JwtAuthenticationToken(
            Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject(role)
                .issuer("http://localhost")
                .claim("roles", List.of(role))
                .expiresAt(Instant.MAX)
                .build(),
            AuthorityUtils.createAuthorityList("ROLE_" + role.toUpperCase(Locale.ROOT)));
    var bean = service.getBean(Inventory.class);
    return (Inventory)
        Proxy.newProxyInstance(
            Inventory.class.getClassLoader(),
            new Class<?>[] {Inventory.class},
            (_, method, arguments) -> {
              try {
                return ((Mono<?>) method.invoke(bean, arguments))
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(who));
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  @Override
  String notFound() {
    return "not-found";
  }

  @Override
  String forbidden() {
    return "Access Denied";
  }

  @Override
  String reused() {
    return "idempotency-key-reused";
  }
}
