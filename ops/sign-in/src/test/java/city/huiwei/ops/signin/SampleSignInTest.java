package city.huiwei.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleSignInTest {

  private static final String CITIZENS = "http://localhost:9990";
  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-in-all";
  private static final RunningSignIn SIGN_IN =
      SampleSignIn.start(
          0, Map.of("sample.booking", CITIZENS, "sample.console", "http://localhost:9992"));
  private static final JwtDecoder TOKENS = JwtDecoders.fromIssuerLocation(SIGN_IN.issuer());

  private final Browser browser = new Browser();

  @AfterAll
  static void stop() {
    SIGN_IN.close();
  }

  @Test
  void aGraduateSignsInWithANameAlone() {
    var tokens = signIn("graduate-00001");
    for (var kind : List.of("access_token", "id_token")) {
      var token = TOKENS.decode(tokens.get(kind).asString());
      assertThat(token.getSubject()).isEqualTo("graduate-00001");
      assertThat(token.getClaimAsStringList("roles")).containsExactly("applicant");
      assertThat(token.getClaims()).containsKeys("name", "birthdate", "graduation_year");
    }
    assertThat(tokens.get("expires_in").asInt()).isBetween(3500, 3600);
    assertThat(TOKENS.decode(tokens.get("access_token").asString()).getAudience())
        .containsExactly("huiwei");
  }

  @Test
  void theUserInfoAgreesWithTheIdToken() {
    var access = signIn("family-00003").get("access_token").asString();
    var info = browser.get(address("/userinfo"), "Authorization", "Bearer " + access);
    assertThat(json(info).get("sub").asString()).isEqualTo("family-00003");
  }

  @Test
  void thePageAsksEachTimeSoThatOneBrowserCanBeTwoPeople() {
    signIn("graduate-00001");
    assertThat(TOKENS.decode(signIn("monitor").get("id_token").asString()).getSubject())
        .isEqualTo("monitor");
  }

  @Test
  void signingOutLeadsBackToThePage() {
    var token = signIn("graduate-00001").get("id_token").asString();
    var answer =
        browser.get(
            address("/connect/logout?")
                + Browser.encoded(
                    Map.of("id_token_hint", token, "post_logout_redirect_uri", CITIZENS + "/")));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo(CITIZENS + "/");
  }

  @Test
  void nobodysNameIsShownAgainWithWhatToDo() {
    var answer = enter("graduate-1 <b>");
    assertThat(location(answer)).endsWith("/sign-in?unknown=graduate-1%20%3Cb%3E");
    var page = browser.get(location(answer), "Accept-Language", "en").body();
    assertThat(page)
        .contains("No sample person has this name", "value=\"graduate-1 &lt;b&gt;\"")
        .contains("aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 示例登录, zh-CN", "en-GB, Sample sign-in, en", "fr, 示例登录, zh-CN"})
  void thePageSpeaksChineseOrEnglish(String asked, String title, String language) {
    var page = browser.get(address("/sign-in"), "Accept-Language", asked).body();
    assertThat(page).contains("<h1>" + title + "</h1>", "<html lang=\"" + language + "\"");
  }

  @Test
  void thePageRunsNoScriptAndLeadsOnlyToTheTwoPages() {
    var answer = browser.get(address("/sign-in"));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .endsWith("form-action 'self' " + CITIZENS + " http://localhost:9992");
    assertThat(answer.body()).doesNotContain("<script", "style=", "onclick");
    assertThat(browser.get(address("/sign-in.css")).statusCode()).isEqualTo(200);
  }

  @Test
  void aPageMustProveThatItAskedItself() {
    var answer = browser.get(address("/oauth2/authorize?") + Browser.encoded(request(Map.of())));
    assertThat(location(answer)).startsWith(CITIZENS).contains("error=invalid_request");
  }

  @Test
  void aCodeIsWorthNothingWithoutTheVerifier() {
    var answer =
        redeem(code("graduate-00001"), "another-verifier-of-forty-three-characters-or-more");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void nobodyIsSentToAStrangersAddress() {
    var asked = request(challenge());
    asked.put("redirect_uri", "http://localhost:9999/login/oauth2/code/city");
    var answer = browser.get(address("/oauth2/authorize?") + Browser.encoded(asked));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"booking-service", "admin-console", "inventory-service"})
  void aServiceGetsATokenOfItsOwn(String client) {
    var answer = asService(client, "sample-secret-" + client);
    var token = TOKENS.decode(json(answer).get("access_token").asString());
    assertThat(token.getSubject()).isEqualTo(client);
    assertThat(token.getClaimAsStringList("roles")).containsExactly("service");
    assertThat(token.getAudience()).containsExactly("huiwei");
  }

  @ParameterizedTest
  @CsvSource({"booking-service, wrong", "stranger, sample-secret-stranger"})
  void aWrongSecretOrAStrangerGetsNone(String client, String secret) {
    assertThat(asService(client, secret).statusCode()).isEqualTo(401);
  }

  @Test
  void aSampleTokenIsSignedLikeAnyOther() {
    var answer = json(browser.post(address("/sample/token"), Map.of("person", "firm-00042")));
    assertThat(answer.get("token_type").asString()).isEqualTo("Bearer");
    assertThat(answer.get("expires_in").asInt()).isEqualTo(8 * 60 * 60);
    Jwt token = TOKENS.decode(answer.get("access_token").asString());
    assertThat(token.getSubject()).isEqualTo("firm-00042");
    assertThat(token.getClaimAsString("uscc")).isEqualTo(CreditCode.ofSampleFirm(42));
    assertThat(token.getAudience()).containsExactly("huiwei");
  }

  @Test
  void aSampleTokenForNobodyIsAProblem() {
    var answer = browser.post(address("/sample/token"), Map.of("person", "nobody"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("detail").asString()).startsWith("nobody is neither");
  }

  @Test
  void testsInThisProcessGetTheSameTokens() {
    assertThat(TOKENS.decode(SIGN_IN.token("caseworker-op-home")).getClaimAsString("operator"))
        .isEqualTo("op-home");
    assertThat(TOKENS.decode(SIGN_IN.serviceToken("booking-service")).getClaims().get("roles"))
        .isEqualTo(List.of("service"));
  }

  private JsonNode signIn(String person) {
    return json(redeem(code(person), VERIFIER));
  }

  private String code(String person) {
    var asked = browser.get(location(enter(person)));
    assertThat(location(asked)).startsWith(CITIZENS + "/login/oauth2/code/city?");
    assertThat(Browser.parameter(location(asked), "state")).isEqualTo("a%20state");
    return Browser.parameter(location(asked), "code");
  }

  /** Asks for a code as the citizens' page does, is sent to the sign-in page, and fills it in. */
  private HttpResponse<String> enter(String person) {
    var asked =
        browser.get(
            address("/oauth2/authorize?") + Browser.encoded(request(challenge())),
            "Accept",
            "text/html");
    var page = browser.get(location(asked)).body();
    return browser.post(
        address("/sign-in"), Map.of("person", person, "_csrf", Browser.hidden(page, "_csrf")));
  }

  private HttpResponse<String> redeem(String code, String verifier) {
    return browser.post(
        address("/oauth2/token"),
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            CITIZENS + "/login/oauth2/code/city",
            "code_verifier",
            verifier),
        "Authorization",
        basic("booking-service", "sample-secret-booking-service"));
  }

  private HttpResponse<String> asService(String client, String secret) {
    return browser.post(
        address("/oauth2/token"),
        Map.of("grant_type", "client_credentials"),
        "Authorization",
        basic(client, secret));
  }

  private static Map<String, String> request(Map<String, String> more) {
    var request = new HashMap<>(more);
    request.put("response_type", "code");
    request.put("client_id", "booking-service");
    request.put("scope", "openid profile");
    request.put("state", "a state");
    request.put("redirect_uri", CITIZENS + "/login/oauth2/code/city");
    return request;
  }

  private static Map<String, String> challenge() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Map.of(
          "code_challenge",
          Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
          "code_challenge_method",
          "S256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String basic(String client, String secret) {
    var both = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private static String address(String path) {
    return SIGN_IN.issuer() + path;
  }

  private static String location(HttpResponse<String> answer) {
    var location = answer.headers().firstValue("Location").orElseThrow();
    return location.startsWith("/") ? address(location) : location;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
