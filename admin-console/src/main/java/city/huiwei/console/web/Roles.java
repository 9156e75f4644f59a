package city.huiwei.console.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The claim {@code roles} as Spring Security's authorities, of people and of services. */
@Component
public final class Roles implements GrantedAuthoritiesMapper {

  private static final String CLAIM = "roles";

  @Override
  public Set<GrantedAuthority> mapAuthorities(
      Collection<? extends GrantedAuthority> fromTheProvider) {
    return fromTheProvider.stream()
        .filter(OidcUserAuthority.class::isInstance)
        .map(OidcUserAuthority.class::cast)
        .flatMap(person -> authorities(person.getIdToken().getClaimAsStringList(CLAIM)))
        .collect(Collectors.toSet());
  }

  /** For chains that take a service's token. */
  public static ReactiveJwtAuthenticationConverter ofTokens() {
    var converter = new ReactiveJwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(
        token -> Flux.fromStream(authorities(token.getClaimAsStringList(CLAIM))));
    return converter;
  }

  private static Stream<GrantedAuthority> authorities(@Nullable List<String> roles) {
    return roles == null
        ? Stream.empty()
        : roles.stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)));
  }
}
