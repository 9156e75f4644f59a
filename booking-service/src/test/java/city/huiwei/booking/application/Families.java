package city.huiwei.booking.application;

import city.huiwei.booking.SamplePapers;
import city.huiwei.booking.TestCity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What families, firms and staff do with applications, over the API. */
@NullUnmarked
public final class Families {

  private final TestCity city;

  public Families(TestCity city) {
    this.city = city;
  }

  /** Sound answers for a woman of 82 who needs care of level 3; each order is another woman. */
  public static Map<String, List<String>> elder(int order) {
    var answers = new LinkedHashMap<String, List<String>>();
    answers.put("elder.name", List.of("林秀英"));
    answers.put(
        "elder.identity",
        List.of(SamplePapers.identity(TestCity.today().minusYears(82), order * 2)));
    answers.put("elder.telephone", List.of("13800138%03d".formatted(order)));
    answers.put("elder.couple", List.of("no"));
    answers.put("elder.categories", List.of());
    answers.put("elder.level", List.of("3"));
    answers.put("elder.assessed-on", List.of(TestCity.today().minusMonths(1).toString()));
    answers.put("elder.dementia", List.of("no"));
    answers.put("elder.oxygen", List.of("no"));
    answers.put("consent.health", List.of("yes"));
    return answers;
  }

  /** Sound answers for a child of a family registered here; each order is another child. */
  public static Map<String, List<String>> child(
      int order, LocalDate born, String... circumstances) {
    var answers = new LinkedHashMap<String, List<String>>();
    answers.put("child.name", List.of("林小雨"));
    answers.put("child.identity", List.of(SamplePapers.identity(born, order)));
    answers.put("guardian.name", List.of("林建国"));
    answers.put("guardian.telephone", List.of("13700137%03d".formatted(order)));
    answers.put("child.residence", List.of("household"));
    answers.put("child.circumstances", List.of(circumstances));
    answers.put("consent.child", List.of("yes"));
    return answers;
  }

  /** What a person found of a child's family. */
  public static Map<String, List<String>> family(String... circumstances) {
    return Map.of(
        "child.residence", List.of("household"), "child.circumstances", List.of(circumstances));
  }

  /** Sound answers of a software firm founded in that year that wants 50 to 500 m². */
  public static Map<String, List<String>> firm(int number, LocalDate founded) {
    var answers = new LinkedHashMap<String, List<String>>();
    answers.put("firm.name", List.of("样例科技"));
    answers.put("firm.credit-code", List.of(SamplePapers.creditCode(number)));
    answers.put("firm.founded-on", List.of(founded.toString()));
    answers.put("firm.industry", List.of("software"));
    answers.put("contact.name", List.of("陈工"));
    answers.put("contact.telephone", List.of("13900139%03d".formatted(number)));
    answers.put("space.area-least", List.of("50"));
    answers.put("space.area-most", List.of("500"));
    answers.put("space.lift", List.of("no"));
    answers.put("consent.own-use", List.of("yes"));
    return answers;
  }

  /** What a person found of an elder: as was typed, with these circumstances. */
  public static Map<String, List<String>> findings(int level, String... categories) {
    return Map.of(
        "elder.categories", List.of(categories),
        "elder.level", List.of("" + level),
        "elder.assessed-on", List.of(TestCity.today().minusMonths(1).toString()),
        "elder.dementia", List.of("no"),
        "elder.oxygen", List.of("no"));
  }

  /** Full points but for what is missing to the score. */
  public static Map<String, List<String>> score(LocalDate founded, int score) {
    var rest = score;
    var findings = new LinkedHashMap<String, List<String>>();
    findings.put("firm.founded-on", List.of(founded.toString()));
    for (var criterion : List.of("research:30", "growth:25", "jobs:20", "project:25")) {
      var part = criterion.split(":");
      var points = Math.min(rest, Integer.parseInt(part[1]));
      findings.put("score." + part[0], List.of("" + points));
      rest -= points;
    }
    return findings;
  }

  public WebTestClient.ResponseSpec start(
      String person, String programme, Map<String, List<String>> answers) {
    return city.client(person)
        .post()
        .uri("/api/applications")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .bodyValue(Map.of("programme", programme, "answers", answers))
        .exchange();
  }

  public WebTestClient.ResponseSpec submit(String person, JsonNode draft, boolean toAPerson) {
    return city.client(person)
        .put()
        .uri("/api/applications/{id}/submission", draft.get("id").asString())
        .bodyValue(Map.of("version", draft.get("version").asInt(), "toAPerson", toAPerson))
        .exchange();
  }

  /** What staff found, once they have seen the papers that prove it. */
  public WebTestClient.ResponseSpec review(
      String staff, JsonNode submitted, Map<String, List<String>> findings, String... reasons) {
    seeAll(staff, submitted.get("id").asString(), findings);
    return reviewUnseen(staff, submitted, findings, reasons);
  }

  /** Staff hold all the papers in their hands that these findings need. */
  public void seeAll(String staff, String application, Map<String, List<String>> findings) {
    papers(findings).forEach(kind -> see(staff, application, kind));
  }

  private static List<String> papers(Map<String, List<String>> findings) {
    if (findings.containsKey("child.residence")) {
      return Stream.concat(
              Stream.of("birth-certificate", "residence", "vaccination-book"),
              findings.get("child.circumstances").stream().map("proof-of-"::concat))
          .toList();
    }
    return findings.containsKey("elder.level")
        ? Stream.concat(
                Stream.of("identity", "ability-assessment"),
                findings.get("elder.categories").stream().map("proof-of-"::concat))
            .toList()
        : List.of("business-licence", "project", "proof-of-score");
  }

  /** Staff hold a paper in their hands, and it does. */
  public WebTestClient.ResponseSpec see(String staff, String application, String kind) {
    return city.client(staff)
        .put()
        .uri("/api/applications/{id}/papers/{kind}/verdict", application, kind)
        .bodyValue(Map.of("outcome", "PASSED"))
        .exchange();
  }

  public WebTestClient.ResponseSpec reviewUnseen(
      String staff, JsonNode submitted, Map<String, List<String>> findings, String... reasons) {
    return city.client(staff)
        .put()
        .uri("/api/operator/applications/{id}/review", submitted.get("id").asString())
        .bodyValue(
            Map.of(
                "version", submitted.get("version").asInt(),
                "findings", findings,
                "reasons", List.of(reasons)))
        .exchange();
  }

  /** An application that was written, sent, and found to be as it says. */
  public String queued(
      String person,
      String programme,
      Map<String, List<String>> answers,
      String staff,
      Map<String, List<String>> findings) {
    var draft = body(start(person, programme, answers).expectStatus().isCreated());
    var submitted = body(submit(person, draft, false).expectStatus().isOk());
    return body(review(staff, submitted, findings).expectStatus().isOk()).get("id").asString();
  }

  public JsonNode look(String person, String application) {
    return body(
        city.client(person)
            .get()
            .uri("/api/applications/{id}", application)
            .exchange()
            .expectStatus()
            .isOk());
  }

  public WebTestClient.ResponseSpec accept(String person, String offer) {
    return city.client(person).put().uri("/api/offers/{id}/acceptance", offer).exchange();
  }

  public WebTestClient.ResponseSpec refuse(String person, String offer, String reason) {
    return city.client(person)
        .put()
        .uri("/api/offers/{id}/refusal", offer)
        .bodyValue(Map.of("reason", reason))
        .exchange();
  }

  public static JsonNode body(WebTestClient.ResponseSpec answer) {
    return answer.expectBody(JsonNode.class).returnResult().getResponseBody();
  }
}
