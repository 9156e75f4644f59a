package city.huiwei.ops.launcher;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Families who apply for a bed, and the staff who check their papers, over the API. */
record Elders(SharedCity city) {

  private static final String STAFF = "op-care";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An application that is sent; each number is another woman, who needs care of level 3. */
  JsonNode sent(String family, int number) {
    return sent(family, number, JsonMapper.shared().createArrayNode());
  }

  /** An application that is sent, for a home that has no beds: it waits on. */
  JsonNode sentInVain(String family, int number) {
    return sent(family, number, JsonMapper.shared().createArrayNode().add("gh-001"));
  }

  private JsonNode sent(String family, int number, JsonNode sites) {
    return applicants().sent(family, "elder-care", answers(number, sites));
  }

  /** Staff see its papers and find it to be as it says; the reasons, if any, say no. */
  void review(JsonNode sent, String... reasons) {
    applicants().review(sent, List.of("identity", "ability-assessment"), findings(), reasons);
  }

  /** Staff open what names persons, and say why. */
  void read(JsonNode sent, String reason) {
    put(
        caseworker(),
        "/api/operator/applications/" + sent.get("id").asString() + "/reading",
        object().put("reason", reason));
  }

  /** A manager, who did not decide, answers the only open question of an application. */
  void answer(String appeal, String outcome, String text) {
    put(
        city.caller("manager-" + STAFF),
        "/api/operator/appeals/" + appeal + "/answer",
        object().put("outcome", outcome).put("text", text));
  }

  /** The offer that waits for this family's answer, once there is one. */
  String offer(String family, JsonNode sent) throws InterruptedException {
    return offerAfter("none", family, sent);
  }

  /** The same, once it is another than an earlier one. */
  String offerAfter(String earlier, String family, JsonNode sent) throws InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      for (var offer : city.caller(family).get(city.booking() + application(sent)).get("offers")) {
        var id = offer.get("id").asString();
        if (offer.get("state").asString().equals("OPEN") && !id.equals(earlier)) {
          return id;
        }
      }
      Thread.sleep(200);
    }
    throw new AssertionError("nothing is offered to " + family);
  }

  /** The family takes the place that is offered. */
  void accept(String family, JsonNode sent) throws InterruptedException {
    var offer = offer(family, sent);
    put(city.caller(family), "/api/offers/" + offer + "/acceptance", object());
  }

  /** The result is public for five days. */
  void publish(String family, JsonNode sent) {
    var residence =
        city.caller(family).get(city.booking() + application(sent) + "/residences").at("/items/0");
    put(
        caseworker(),
        "/api/operator/residences/" + residence.get("id").asString() + "/step",
        object()
            .put("version", residence.get("version").asInt())
            .put("step", "PUBLISH")
            .put("day", Rooms.today().plusDays(5).toString())
            .put("needsAnother", false));
  }

  /** The family objects to what was decided last. */
  void appeal(String family, JsonNode sent, String text) {
    var caller = city.caller(family);
    var decision = caller.get(city.booking() + application(sent)).at("/decisions/0/id").asString();
    caller.post(
        city.booking() + "/api/appeals",
        object()
            .put("application", sent.get("id").asString())
            .put("decision", decision)
            .put("text", text));
  }

  private Caller caseworker() {
    return city.caller("caseworker-" + STAFF);
  }

  private JsonNode put(Caller caller, String path, JsonNode body) {
    return applicants().put(caller, path, body);
  }

  private Applicants applicants() {
    return new Applicants(city, STAFF);
  }

  private static String application(JsonNode application) {
    return "/api/applications/" + application.get("id").asString();
  }

  private static ObjectNode answers(int number, JsonNode sites) {
    var answers = findings();
    answers.putArray("elder.name").add("林秀英");
    answers.putArray("elder.identity").add(identity(number));
    answers.putArray("elder.telephone").add("138%08d".formatted(number));
    answers.putArray("elder.couple").add("no");
    answers.set("wish.sites", sites);
    answers.putArray("consent.health").add("yes");
    return answers;
  }

  private static ObjectNode findings() {
    var findings = object();
    findings.putArray("elder.categories");
    findings.putArray("elder.level").add("3");
    findings.putArray("elder.assessed-on").add(Rooms.today().minusMonths(1).toString());
    findings.putArray("elder.dementia").add("no");
    findings.putArray("elder.oxygen").add("no");
    return findings;
  }

  static String identity(int number) {
    return Applicants.identity(LocalDate.of(1940, 1, 1).plusDays(number % 1_000));
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }
}
