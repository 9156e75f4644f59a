package city.huiwei.booking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/**
 * An applicant at a browser without JavaScript, signed in as the provider would; signing in itself
 * is tested where the whole city runs.
 */
public final class PageVisitor {

  private final WebTestClient client;

  public PageVisitor(TestCity city, String person) {
    var pages =
        requireNonNull(city.bean(ThymeleafReactiveViewResolver.class).getApplicationContext());
    client =
        WebTestClient.bindToApplicationContext(pages)
            .apply(springSecurity())
            .configureClient()
            .responseTimeout(Duration.ofSeconds(30))
            .build()
            .mutateWith(
                mockOidcLogin()
                    .idToken(token -> {
                      token.issuer(TestCity.issuer()).subject(person).claim("name", person);
                      token.claim("roles", List.of("applicant"));
                    }));
  }

  /** A page in English; in Chinese it can be read, too. */
  public String open(String path) {
    words(get(path, "zh-CN"), 200);
    return words(get(path, "en"), 200);
  }

  public String open(String path, int status) {
    return words(get(path, "en"), status);
  }

  /** Where a page leads at once. */
  public String led(String path) {
    return location(get(path, "en"));
  }

  /** Where a form leads that was posted; names and values follow each other. */
  public String sent(String path, String... fields) {
    return location(post(path, fields));
  }

  /** The page that a form leads to that was not taken. */
  public String refused(String path, int status, String... fields) {
    return words(post(path, fields), status);
  }

  public static String hidden(String page, String name) {
    var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as("a hidden field " + name).isTrue();
    return field.group(1);
  }

  private ResponseSpec get(String path, String language) {
    return client
        .get()
        .uri(path)
        .header("Accept-Language", language)
        .accept(MediaType.TEXT_HTML)
        .exchange();
  }

  private ResponseSpec post(String path, String... fields) {
    var form = new LinkedMultiValueMap<String, String>();
    for (var at = 0; at < fields.length; at += 2) {
      form.add(fields[at], fields[at + 1]);
    }
    return client
        .mutateWith(csrf())
        .post()
        .uri(path)
        .header("Accept-Language", "en")
        .accept(MediaType.TEXT_HTML)
        .bodyValue(form)
        .exchange();
  }

  private static String location(ResponseSpec answer) {
    var headers = answer.expectStatus().isSeeOther().expectBody().isEmpty().getResponseHeaders();
    return String.valueOf(headers.getLocation());
  }

  /**
   * Thymeleaf writes a key that has no words between question marks, and an address that it does
   * not understand as it stands, with its braces.
   */
  private static String words(ResponseSpec answer, int status) {
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
    assertThat(page)
        .contains("</html>")
        .doesNotContainPattern("\\?\\?\\w|action=\"[^\"]*[{(]|href=\"[^\"]*[{(]|%7B");
    return page;
  }
}
