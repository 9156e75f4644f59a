package city.huiwei.booking.booking;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.FrontDesk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** The same contract without HTTP between. */
@NullUnmarked
class FrontDeskInProcessTest extends FrontDeskContractTest {

  /** Calls the service's own bean with somebody signed in. */
  @Override
  FrontDesk as(TestCity city, String person) {
    var token = city.bean(ReactiveJwtDecoder.class).decode(TestCity.token(person)).block();
    var roles =
        token.getClaimAsStringList("roles").stream()
            .map(role -> "ROLE_" + role.toUpperCase(Locale.ROOT))
            .toArray(String[]::new);
    var who = new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(roles));
    var bean = city.bean(FrontDesk.class);
    return (FrontDesk)
        Proxy.newProxyInstance(
            FrontDesk.class.getClassLoader(),
            new Class<?>[] {FrontDesk.class},
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
  String wrongState() {
    return "wrong-state";
  }

  @Override
  String notTheDay() {
    return "not-the-day";
  }

  @Override
  String forbidden() {
    return "Access Denied";
  }
}
