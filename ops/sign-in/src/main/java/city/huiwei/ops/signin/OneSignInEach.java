package city.huiwei.ops.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Goes back to who asked, and forgets who signed in: the page asks each time, so that one browser
 * can be a citizen on one page and a caseworker on the other.
 */
class OneSignInEach implements AuthenticationSuccessHandler {

  private final SecurityContextLogoutHandler forgetting = new SecurityContextLogoutHandler();

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication answer)
      throws IOException {
    var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) answer;
    forgetting.logout(request, response, answer);
    response.sendRedirect(
        UriComponentsBuilder.fromUriString(Objects.requireNonNull(granted.getRedirectUri()))
            .queryParam("code", "{code}")
            .queryParam("state", "{state}")
            .encode()
            .buildAndExpand(code(granted), granted.getState())
            .toUriString());
  }

  private static String code(OAuth2AuthorizationCodeRequestAuthenticationToken granted) {
    return Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue();
  }
}
