package city.huiwei.edge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.ClaimAccessor;
import reactor.core.publisher.Mono;

/**
 * Who is asking, as the sign-in provider says. The account key is (issuer, subject).
 *
 * @param operator the enterprise that caseworkers and managers work for
 * @param graduationYear the verified year; absent when nothing is verified
 */
public record SignedIn(
    String issuer,
    String subject,
    Set<Role> roles,
    @Nullable String operator,
    @Nullable String name,
    @Nullable Integer graduationYear,
    @Nullable LocalDate birthDate) {

  private static final Set<String> KNOWN =
      Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());

  /** What somebody may be here. */
  public enum Role {
    APPLICANT,
    CASEWORKER,
    MANAGER,
    MONITOR,
    AUDITOR,
    ADMINISTRATOR,
    SERVICE
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether this is somebody who works for that operator. */
  public boolean worksFor(String other) {
    return (is(Role.CASEWORKER) || is(Role.MANAGER)) && other.equals(operator);
  }

  /** Who asks in this chain; an error that becomes a 401 when nobody is signed in. */
  public static Mono<SignedIn> current() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .mapNotNull(SignedIn::of)
        .switchIfEmpty(
            Mono.error(() -> new AuthenticationCredentialsNotFoundException("not signed in")));
  }

  private static @Nullable SignedIn of(Authentication authentication) {
    return authentication.getDetails() instanceof SignedIn known
        ? known
        : authentication.getPrincipal() instanceof ClaimAccessor claims ? of(claims) : null;
  }

  static SignedIn of(ClaimAccessor claims) {
    return new SignedIn(
        String.valueOf(claims.getClaimAsString("iss")),
        String.valueOf(claims.getClaimAsString("sub")),
        roles(claims),
        claims.getClaimAsString("operator"),
        claims.getClaimAsString("name"),
        claims.getClaim("graduation_year") instanceof Number year ? year.intValue() : null,
        birthDate(claims.getClaimAsString("birthdate")));
  }

  private static @Nullable LocalDate birthDate(@Nullable String date) {
    return date == null ? null : LocalDate.parse(date);
  }

  /** Roles this city does not know are left out. */
  static Set<Role> roles(ClaimAccessor claims) {
    List<String> names = claims.getClaimAsStringList("roles");
    return names == null
        ? Set.of()
        : names.stream()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .filter(KNOWN::contains)
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
  }
}
