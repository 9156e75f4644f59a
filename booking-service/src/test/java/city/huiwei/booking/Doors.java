package city.huiwei.booking;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;

/** A contract as somebody meets it: the service's own bean, or the service over HTTP. */
@NullUnmarked
public final class Doors {

  private Doors() {}

  /** Calls the service's own bean with somebody signed in. */
  public static <T> T inProcess(TestCity city, String person, Class<T> contract) {
    var token = city.bean(ReactiveJwtDecoder.class).decode(TestCity.token(person)).block();
    var roles =
        token.getClaimAsStringList("roles").stream()
            .map(role -> "ROLE_" + role.toUpperCase(Locale.ROOT))
            .toArray(String[]::new);
    var who = new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(roles));
    var bean = city.bean(contract);
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(),
            new Class<?>[] {contract},
            (_, method, arguments) -> {
              try {
                return ((Mono<?>) method.invoke(bean, arguments))
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(who));
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  /** The contract as the console uses it. */
  public static <T> T overHttp(TestCity city, String person, Class<T> contract) {
    var http =
        WebClient.builder()
            .baseUrl(city.address())
            .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
            .defaultHeaders(headers -> headers.setBearerAuth(TestCity.token(person)))
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(http))
        .build()
        .createClient(contract);
  }
}
