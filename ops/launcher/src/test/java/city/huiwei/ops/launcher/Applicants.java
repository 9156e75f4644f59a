package city.huiwei.ops.launcher;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who applies, and the staff who check their papers, over the API.
 *
 * @param operator whose staff they are
 */
record Applicants(SharedCity city, String operator) {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** An application that is sent. */
  JsonNode sent(String person, String programme, ObjectNode answers) {
    var caller = city.caller(person);
    var wish = object().put("programme", programme);
    wish.set("answers", answers);
    var draft = caller.post(city.booking() + "/api/applications", wish);
    var submission = object().put("version", draft.get("version").asInt()).put("toAPerson", true);
    return put(
        caller, "/api/applications/" + draft.get("id").asString() + "/submission", submission);
  }

  /** Staff see its papers and find it to be as it says; the reasons, if any, say no. */
  JsonNode review(JsonNode sent, List<String> papers, ObjectNode findings, String... reasons) {
    var id = sent.get("id").asString();
    var caseworker = city.caller("caseworker-" + operator);
    for (var paper : papers) {
      put(
          caseworker,
          "/api/applications/" + id + "/papers/" + paper + "/verdict",
          object().put("outcome", "PASSED"));
    }
    var review = object().put("version", sent.get("version").asInt());
    review.set("findings", findings);
    var why = review.putArray("reasons");
    for (var reason : reasons) {
      why.add(reason);
    }
    return put(caseworker, "/api/operator/applications/" + id + "/review", review);
  }

  /** A child in order: with a household here, and papers that staff have seen. */
  JsonNode child(String family, LocalDate born, int number) {
    var answers = family();
    answers.putArray("child.name").add("林小雨");
    answers.putArray("child.identity").add(identity(born));
    answers.putArray("guardian.name").add("林建国");
    answers.putArray("guardian.telephone").add("137%08d".formatted(number));
    answers.putArray("consent.child").add("yes");
    var sent = sent(family, "childcare", answers);
    var papers = List.of("birth-certificate", "residence", "vaccination-book");
    return review(sent, papers, family());
  }

  private static ObjectNode family() {
    var family = object();
    family.putArray("child.residence").add("household");
    family.putArray("child.circumstances");
    return family;
  }

  JsonNode put(Caller caller, String path, JsonNode body) {
    return caller.put(
        city.booking() + path,
        "application/json",
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A number of nobody, sound by its check character. */
  static String identity(LocalDate born) {
    var digits = "440305" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "008";
    var sum =
        IntStream.range(0, WEIGHTS.length).map(at -> (digits.charAt(at) - '0') * WEIGHTS[at]).sum();
    return digits + "10X98765432".charAt(sum % 11);
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }
}
