package city.huiwei.booking.draft;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import city.huiwei.booking.TestCity;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.OidcLoginMutator;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/** Somebody who is signed in, at a browser without JavaScript. */
final class Browser {

  private final WebTestClient pages;

  private Browser(WebTestClient pages) {
    this.pages = pages;
  }

  static Browser of(TestCity city, String person) {
    return of(city, person, "en");
  }

  static Browser of(TestCity city, String person, String language) {
    var pages =
        requireNonNull(city.bean(ThymeleafReactiveViewResolver.class).getApplicationContext());
    return new Browser(
        WebTestClient.bindToApplicationContext(pages)
            .apply(springSecurity())
            .configureClient()
            .defaultHeader("Accept-Language", language)
            .build()
            .mutateWith(signedIn(person)));
  }

  private static OidcLoginMutator signedIn(String person) {
    return mockOidcLogin()
        .idToken(token -> {
          token.issuer(TestCity.issuer()).subject(person).claim("name", person);
          token.claim("roles", List.of("applicant"));
        });
  }

  /** A page that is there. */
  String open(String path) {
    return page(get(path), 200);
  }

  WebTestClient.ResponseSpec get(String path) {
    return pages.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
  }

  WebTestClient.ResponseSpec post(String path, Map<String, List<String>> form) {
    return pages
        .mutateWith(csrf())
        .post()
        .uri(path)
        .body(BodyInserters.fromFormData(new LinkedMultiValueMap<>(form)))
        .exchange();
  }

  /** Where an answer leads to. */
  static String location(WebTestClient.ResponseSpec answer) {
    var result = answer.expectStatus().isSeeOther().expectBody().isEmpty();
    return String.valueOf(result.getResponseHeaders().getLocation());
  }

  static String page(WebTestClient.ResponseSpec answer, int status) {
    var page =
        String.valueOf(
            answer
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    // Thymeleaf writes a key that has no words between question marks.
    assertThat(page).doesNotContainPattern("\\?\\?\\w");
    return page;
  }

  static String hidden(String page, String name) {
    var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as("a hidden field " + name).isTrue();
    return field.group(1);
  }
}
