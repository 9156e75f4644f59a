package city.huiwei.edge;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands a controller the {@link SignedIn} it asks for; nobody signed in is a 401. */
final class SignedInArgument implements WebFluxConfigurer, HandlerMethodArgumentResolver {

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == SignedIn.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .mapNotNull(Authentication::getPrincipal)
        .ofType(ClaimAccessor.class)
        .<Object>map(SignedIn::of)
        .switchIfEmpty(
            Mono.error(() -> new AuthenticationCredentialsNotFoundException("not signed in")));
  }
}
