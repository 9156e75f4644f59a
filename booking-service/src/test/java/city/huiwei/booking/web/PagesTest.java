package city.huiwei.booking.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import city.huiwei.booking.TestCity;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/**
 * The citizens' pages with real services behind them, read as a browser without JavaScript does.
 */
class PagesTest {

  private static final LocalDate FIRST = TestCity.today().plusDays(1);
  private static final LocalDate LAST = TestCity.today().plusDays(4);
  private static final String STAY = "pool=%s&from=%s&to=%s".formatted(TestCity.POOL, FIRST, LAST);

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/programmes/graduate-housing",
        "/programmes/graduate-housing?year=2020",
        "/programmes/graduate-housing?year=0",
        "/programmes/elder-care",
        "/programmes/childcare",
        "/programmes/industrial-space",
        "/places",
        "/places?programme=elder-care",
        "/places/gh-001.studio",
        "/problems/no-place-left",
        "/look/look.css",
        "/look/mark.svg",
        "/webjars/htmx.org/dist/htmx.min.js"
      })
  void everyoneMayLookAround(String path) {
    var answer =
        visitor().get().uri(path).exchange().expectStatus().isOk().expectBody(String.class);

    // Thymeleaf writes a key that has no words between question marks.
    assertThat(answer.returnResult().getResponseBody())
        .isNotEmpty()
        .doesNotContainPattern("\\?\\?\\w");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, Not found",
    "/places/nowhere.studio, 404, Not found",
    "/programmes/nothing, 404, Not found",
    "/problems/nothing, 404, Not found",
    "/places?programme=nothing, 404, Not found"
  })
  void whatIsNotThereIsSaidInTheReadersLanguage(String path, int status, String title) {
    var page = page(visitor().get().uri(path).accept(MediaType.TEXT_HTML).exchange(), status);

    assertThat(page).contains("<h1>" + title + "</h1>", "lang=\"en\"");
  }

  @Test
  void datesThatMakeNoSenseAreAllExplainedAndKept() {
    var page = page(visitor().get().uri("/places?from=2020-01-02&to=2020-01-01").exchange(), 200);

    assertThat(page)
        .contains("The first night has passed.", "You leave before you arrive.")
        .contains("value=\"2020-01-02\"", "value=\"2020-01-01\"", "href=\"#from\"");
  }

  @Test
  void aChosenLanguageIsRememberedAndLeadsBack() {
    visitor()
        .get()
        .uri("/preferences?lang=zh-CN&back=/places")
        .exchange()
        .expectStatus()
        .isSeeOther()
        .expectHeader()
        .location("/places")
        .expectCookie()
        .valueEquals("huiwei-language", "zh-CN");

    var page = page(visitor().get().uri("/").cookie("huiwei-language", "zh-CN").exchange(), 200);
    assertThat(page).contains("lang=\"zh-CN\"", "<h1>查找和预订全市惠民房位</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in?back=/places", "/bookings", "/bookings/new?pool=x"})
  void whoeverBooksSignsInFirst(String path) {
    visitor()
        .get()
        .uri(path)
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectStatus()
        .isFound()
        .expectHeader()
        .location("/oauth2/authorization/city");
  }

  @Test
  void theLastRoomIsBookedOnceGivenUpAndFreeAgain() {
    var form = page(graduate("graduate-00001").get().uri("/bookings/new?" + STAY).exchange(), 200);
    var key = hidden(form, "key");

    var booking = location(book("graduate-00001", key));
    assertThat(location(book("graduate-00001", key))).as("the same form again").isEqualTo(booking);
    assertThat(page(graduate("graduate-00001").get().uri(booking).exchange(), 200))
        .contains("Booked", "Move in", "Cancel this booking");
    assertThat(page(graduate("graduate-00001").get().uri("/bookings").exchange(), 200))
        .contains("Yunqi", "3 nights");

    var refused = page(book("graduate-00002", "another-key"), 409);
    assertThat(refused)
        .contains("every place is taken", "As many nights on other dates")
        .as("no button that cannot work")
        .doesNotContain("action=\"/bookings\"");

    var path = booking.substring(0, booking.indexOf('?'));
    page(graduate("graduate-00002").get().uri(path).exchange(), 404);
    post(graduate("graduate-00001"), path + "/cancellation").expectStatus().isSeeOther();
    assertThat(page(graduate("graduate-00001").get().uri(path).exchange(), 200))
        .contains("Cancelled; your nights are given back");
    location(book("graduate-00003", "a-third-key"));
  }

  @Test
  void allReasonsAgainstAStayAreShownAtOnce() {
    var form =
        BodyInserters.fromFormData("key", "far-too-long")
            .with("pool", TestCity.POOL)
            .with("from", TestCity.today().plusDays(30).toString())
            .with("to", TestCity.today().plusDays(50).toString());
    var answer =
        signedIn("graduate-00100", null)
            .mutateWith(SecurityMockServerConfigurers.csrf())
            .post()
            .uri("/bookings")
            .body(form)
            .exchange();

    assertThat(page(answer, 409))
        .contains("A stay has at most 15 nights; you chose 20.")
        .contains("Your graduation year is not verified.")
        .contains("value=\"" + TestCity.today().plusDays(50) + "\"");
  }

  private WebTestClient.ResponseSpec book(String person, String key) {
    return graduate(person)
        .mutateWith(SecurityMockServerConfigurers.csrf())
        .post()
        .uri("/bookings")
        .body(
            BodyInserters.fromFormData("key", key)
                .with("pool", TestCity.POOL)
                .with("from", FIRST.toString())
                .with("to", LAST.toString()))
        .exchange();
  }

  private static WebTestClient.ResponseSpec post(WebTestClient client, String path) {
    return client.mutateWith(SecurityMockServerConfigurers.csrf()).post().uri(path).exchange();
  }

  private static WebTestClient visitor() {
    return city.client();
  }

  private static WebTestClient graduate(String person) {
    return signedIn(person, TestCity.today().getYear());
  }

  /** Signed in as the provider would; signing in itself is tested where the whole city runs. */
  private static WebTestClient signedIn(String person, @Nullable Integer graduationYear) {
    var pages =
        requireNonNull(city.bean(ThymeleafReactiveViewResolver.class).getApplicationContext());
    return WebTestClient.bindToApplicationContext(pages)
        .apply(springSecurity())
        .configureClient()
        .defaultHeader("Accept-Language", "en")
        .build()
        .mutateWith(
            mockOidcLogin()
                .idToken(token -> {
                  token.issuer(TestCity.issuer()).subject(person).claim("name", person);
                  token.claim("roles", List.of("applicant"));
                  if (graduationYear != null) {
                    token.claim("graduation_year", graduationYear);
                  }
                }));
  }

  private static String location(WebTestClient.ResponseSpec answer) {
    EntityExchangeResult<Void> result = answer.expectStatus().isSeeOther().expectBody().isEmpty();
    return String.valueOf(result.getResponseHeaders().getLocation());
  }

  private static String page(WebTestClient.ResponseSpec answer, int status) {
    return String.valueOf(
        answer
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentTypeCompatibleWith(MediaType.TEXT_HTML)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private static String hidden(String page, String name) {
    var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as("a hidden field " + name).isTrue();
    return field.group(1);
  }
}
