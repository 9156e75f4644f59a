package city.huiwei.booking.evidence;

import static city.huiwei.booking.SampleDocuments.jpeg;
import static city.huiwei.booking.SampleDocuments.jpegOf;
import static city.huiwei.booking.SampleDocuments.zip;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import tools.jackson.databind.JsonNode;

/** The page of papers as a browser without JavaScript uses it. */
@NullUnmarked
class EvidencePagesTest {

  private static final String FAMILY = "family-00001";
  private static final String COOKIE = "booking-service-form";

  private static TestCity city;
  private static Families families;
  private JsonNode draft;
  private String application;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-002", 1, 2, 4);
    families = new Families(city);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void somebodyWritesAnApplication() {
    city.forgetApplications();
    draft = body(families.start(FAMILY, "elder-care", elder(1)).expectStatus().isCreated());
    application = draft.get("id").asString();
  }

  @Test
  void aPaperIsSentShownAndRemoved() {
    var empty = read(page(FAMILY, "en"));
    assertThat(empty)
        .contains("Identity card", "Assessment of abilities", "Not sent")
        .contains("accept=\"image/jpeg,image/png,application/pdf\"")
        .doesNotContain("Remove<", "??");
    send("identity", jpeg(1)).expectStatus().isSeeOther();

    var full = read(page(FAMILY, "en"));
    assertThat(full).contains("To be checked", "0.1 MB");
    var link = found("href=\"(/applications/[^\"]*/papers/identity/[0-9a-f-]+)\"", full);
    var opened = reader(FAMILY, "en").get().uri(link).exchange().expectStatus().isOk();
    opened.expectHeader().valueEquals("Content-Security-Policy", "default-src 'none'; sandbox");
    assertThat(opened.expectBody(byte[].class).returnResult().getResponseBody()).isEqualTo(jpeg(1));

    post(found("action=\"(/applications/[^\"]*/removal)\"", full)).expectStatus().isSeeOther();
    assertThat(read(page(FAMILY, "en"))).doesNotContain("To be checked");
  }

  @Test
  void aVerdictIsReadInWordsInBothLanguages() {
    send("identity", jpeg(1)).expectStatus().isSeeOther();
    families.submit(FAMILY, draft, false).expectStatus().isOk();
    var items = "/api/applications/{id}/evidence";
    var id = body(city.client(FAMILY).get().uri(items, application).exchange()).at("/items/0/id");
    city.client("caseworker-op-care")
        .put()
        .uri("/api/evidence/{id}/verdict", id.asString())
        .bodyValue(
            Map.of(
                "outcome",
                "ASKED_AGAIN",
                "reasons",
                List.of(Map.of("code", "MATERIAL_UNREADABLE"))))
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(read(page(FAMILY, "en")))
        .contains("Please send again", "It cannot be read.", "Photograph it again in good light");
    assertThat(read(page(FAMILY, "zh-CN"))).contains("请重新上传", "材料看不清。", "重新拍照");
  }

  @Test
  void whatIsNotTakenIsSaidAtItsField() {
    var wrong = send("identity", zip());
    assertThat(read(wrong, 422))
        .contains("href=\"#document-identity\"", "neither JPEG nor PNG nor PDF")
        .contains("Assessment of abilities");
    assertThat(read(send("identity", new byte[0]), 422)).contains("No file was chosen");
    assertThat(read(send("identity", jpegOf(11 * 1_048_576)), 422)).contains("more than 10 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?_csrf=guessed"})
  void aForgedFormIsNotRead(String token) {
    upload("/applications/" + application + "/papers/identity" + token, jpeg(1), "none")
        .expectStatus()
        .isForbidden();
    assertThat(read(page(FAMILY, "en"))).doesNotContain("To be checked");
  }

  @Test
  void aStrangerSeesNothing() {
    page("family-00002", "en").expectStatus().isNotFound();
    city.client()
        .get()
        .uri("/applications/{id}/papers", application)
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectStatus()
        .isFound();
  }

  private ResponseSpec page(String person, String language) {
    return reader(person, language)
        .get()
        .uri("/applications/{id}/papers", application)
        .accept(MediaType.TEXT_HTML)
        .exchange();
  }

  /** As the form on the page sends it, with its token and the cookie that belongs to it. */
  private ResponseSpec send(String kind, byte[] file) {
    var page = page(FAMILY, "en").expectStatus().isOk().expectBody(String.class).returnResult();
    var action =
        found(
            "action=\"(/applications/[^\"]*/papers/" + kind + "\\?[^\"]*)\"",
            page.getResponseBody());
    var cookie = requireNonNull(page.getResponseCookies().getFirst(COOKIE)).getValue();
    return upload(action, file, cookie);
  }

  private static ResponseSpec upload(String action, byte[] file, String cookie) {
    var form = new MultipartBodyBuilder();
    form.part("document", new ByteArrayResource(file)).filename(file.length == 0 ? "" : "证件.jpg");
    return reader(FAMILY, "en")
        .post()
        .uri(URI.create(action))
        .accept(MediaType.TEXT_HTML)
        .cookie(COOKIE, cookie)
        .bodyValue(form.build())
        .exchange();
  }

  private ResponseSpec post(String action) {
    var page = page(FAMILY, "en").expectBody(String.class).returnResult();
    var token = found("name=\"_csrf\" value=\"([^\"]+)\"", page.getResponseBody());
    return reader(FAMILY, "en")
        .post()
        .uri(action)
        .cookie(COOKIE, requireNonNull(page.getResponseCookies().getFirst(COOKIE)).getValue())
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
        .exchange();
  }

  private static WebTestClient reader(String person, String language) {
    var pages =
        requireNonNull(city.bean(ThymeleafReactiveViewResolver.class).getApplicationContext());
    return WebTestClient.bindToApplicationContext(pages)
        .apply(springSecurity())
        .configureClient()
        .responseTimeout(Duration.ofSeconds(30))
        .defaultHeader("Accept-Language", language)
        .build()
        .mutateWith(
            mockOidcLogin()
                .idToken(token -> {
                  token.issuer(TestCity.issuer()).subject(person).claim("name", person);
                  token.claim("roles", List.of("applicant"));
                }));
  }

  private static String read(ResponseSpec answer) {
    return read(answer, 200);
  }

  private static String read(ResponseSpec answer, int status) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private static String found(String pattern, String page) {
    var matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1).replace("&amp;", "&");
  }
}
