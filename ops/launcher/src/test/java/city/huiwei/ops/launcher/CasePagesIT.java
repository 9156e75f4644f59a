package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The story of a bed, as families live it in their browsers from sending to leaving. */
@ExtendWith({Chromium.class, WholeCity.class})
class CasePagesIT {

  private final SharedCity city;
  private final Chromium.Running chromium;
  private final Elders elders;

  CasePagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
    this.elders = new Elders(city);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aBedIsOfferedRefusedOfferedAgainAndTaken(String language) throws InterruptedException {
    var inspection = new Inspection(language);
    var number = number(language, 47_001);
    var sent = elders.sent(family(number), number);
    try (var family = visitor(language)) {
      family.open(page(sent));
      family.signInAs(family(number));
      inspection.look(family.page(), "case-sent");

      elders.review(sent);
      var first = city.booking() + "/offers/" + elders.offer(family(number), sent);
      family.open(page(sent));
      inspection.look(family.page(), "case-offered");
      family.open(first);
      inspection.look(family.page(), "case-offer");
      family.open(first + "/refusal");
      inspection.look(family.page(), "case-refusal");
      family.find("form[action$='/refusal']").evaluate("form => form.noValidate = true");
      family.find("main form button").click();
      assertThat(family.find(".mistakes a")).hasAttribute("href", "#reason");
      inspection.look(family.page(), "case-refusal-wrong");
      family.page().check("input[value=TOO_FAR]");
      family.find("main form button").click();
      assertThat(family.find(".stay")).hasCount(0);
      inspection.look(family.page(), "case-offer-refused");

      var second = city.booking() + "/offers/" + elders.offer(family(number), sent);
      family.open(second + "/acceptance");
      inspection.look(family.page(), "case-acceptance");
      family.find("main form button").click();
      assertThat(family.find("main .button")).hasAttribute("href", path(sent) + "/residence");
      inspection.look(family.page(), "case-offer-taken");
      family.open(page(sent) + "/residence");
      inspection.look(family.page(), "case-residence");
      elders.publish(family(number), sent);
      family.open(city.booking() + "/programmes/elder-care/publicity");
      inspection.look(family.page(), "publicity");
      family.find("a[href$='/objection']").first().click();
      family.find("main form button").click();
      assertThat(family.find(".mistakes a")).hasAttribute("href", "#note");
      inspection.look(family.page(), "objection-wrong");
      family.page().fill("#note", "等级与事实不符");
      family.find("main form button").click();
      assertThat(family.find(".panel")).isVisible();
      inspection.look(family.page(), "objection-sent");
      family.open(page(sent));
      family.find("#rating button").first().click();
      assertThat(family.find("#rating [aria-pressed=true]")).hasCount(1);
      inspection.look(family.page(), "case-booked");
      family.open(first);
      assertThat(family.find(".stay")).hasCount(0);
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void whoWaitsSeesWhyGetsHelpAndGivesUp(String language) {
    var inspection = new Inspection(language);
    var number = number(language, 47_011);
    var sent = elders.sentInVain(family(number), number);
    elders.read(sent, "核对能力评估报告");
    elders.review(sent);
    try (var family = visitor(language);
        var helper = visitor(language)) {
      family.open(page(sent));
      family.signInAs(family(number));
      inspection.look(family.page(), "case-waiting");
      family.open(page(sent) + "/why");
      inspection.look(family.page(), "case-why");
      family.open(page(sent) + "/helper");
      inspection.look(family.page(), "case-helper");
      family.find("main form button").click();
      inspection.look(family.page(), "case-helper-code");

      helper.open(city.booking() + "/help");
      helper.signInAs(family(number + 4));
      helper.page().fill("#code", "22222-22222");
      helper.find("main form button").click();
      assertThat(helper.find(".mistakes a")).hasAttribute("href", "#code");
      inspection.look(helper.page(), "case-help-wrong");
      helper.page().fill("#code", family.read(".panel .code"));
      helper.find("main form button").click();
      assertThat(helper.find("h1")).containsText(sent.get("reference").asString());
      helper.open(city.booking() + "/help");
      inspection.look(helper.page(), "case-help");

      family.open(page(sent) + "/helper");
      inspection.look(family.page(), "case-helped");
      family.find("main button.danger").click();
      assertThat(helper.open(page(sent))).isEqualTo(404);
      rests(sent);
      family.open(page(sent));
      inspection.look(family.page(), "case-resting");
      family.find(".stay button").click();
      assertThat(family.find(".stay button")).hasCount(0);
      family.open(page(sent) + "/withdrawal");
      inspection.look(family.page(), "case-withdrawal");
      family.find("main button.danger").click();
      assertThat(family.find("#rating")).isVisible();
      inspection.look(family.page(), "case-withdrawn");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void whoIsRefusedObjectsAndIsAnswered(String language) {
    var inspection = new Inspection(language);
    var number = number(language, 47_021);
    var sent = elders.sent(family(number), number);
    elders.review(sent, "MATERIAL_MISMATCH");
    try (var family = visitor(language)) {
      family.open(page(sent));
      family.signInAs(family(number));
      inspection.look(family.page(), "case-refused");
      family.find(".notice.warning a").click();
      inspection.look(family.page(), "case-appeal-new");
      family.find("main form button").click();
      assertThat(family.find(".mistakes a")).hasAttribute("href", "#text");
      inspection.look(family.page(), "case-appeal-wrong");
      family.page().fill("#text", "评估报告上是 4 级，审核写成了 3 级。");
      family.find("main form button").click();
      assertThat(family.find(".panel .code")).isVisible();
      inspection.look(family.page(), "case-appeal-sent");
      var appeal = family.page().url().replaceAll(".*/appeals/|\\?.*", "");
      elders.answer(appeal, "CORRECTED", "已核对原件，会重新审核。");
      family.open(city.booking() + "/appeals/" + appeal);
      inspection.look(family.page(), "case-appeal-answered");
      family.open(page(sent));
      assertThat(family.find("#appeals")).isVisible();
      inspection.look(family.page(), "case-appealed");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void whoComesTooLateIsToldSoAndAllOfItNeedsNoScript() throws InterruptedException {
    var sent = elders.sent(family(47_031), 47_031);
    elders.review(sent);
    var offer = elders.offer(family(47_031), sent);
    try (var family =
        chromium.visitor(options -> options.setLocale("en-GB").setJavaScriptEnabled(false))) {
      family.open(page(sent));
      family.signInAs(family(47_031));
      family.follow("See the place and answer");
      family.follow("I want to accept");
      city.ask(
          "booking",
          "update offer set deadline = now() - interval '1 second' where offer = '%s' returning 1"
              .formatted(offer));
      family.press("Accept");
      assertThat(family.find(".mistakes")).containsText("The time to answer is over.");
      assertThat(family.find("h1")).hasText("The time to answer is over");

      elders.offerAfter(offer, family(47_031), sent);
      family.follow("Back to my application");
      family.follow("See the place and answer");
      family.follow("I do not want it");
      family.page().check("input[value=NOT_NOW]");
      family.press("Refuse");
      assertThat(family.find("h1")).hasText("You refused this place");
      family.follow("Back to my application");
      family.follow("Ask a person, or object");
      family.page().fill("#text", "When is the next bed free?");
      family.press("Send");
      assertThat(family.find("h1")).hasText("We have it");
    }
  }

  private void rests(JsonNode sent) {
    city.ask(
        "booking",
        "update application set state = 'DORMANT' where application = '%s' returning 1"
            .formatted(sent.get("id").asString()));
  }

  private String page(JsonNode application) {
    return city.booking() + path(application);
  }

  private static String path(JsonNode application) {
    return "/applications/" + application.get("id").asString();
  }

  /** Somebody else in each language, as each is offered a bed of their own. */
  private static int number(String language, int number) {
    return language.equals("zh-CN") ? number : number + 2;
  }

  private static String family(int number) {
    return "family-" + number;
  }

  private Visitor visitor(String language) {
    return chromium.visitor(options -> options.setLocale(language));
  }
}
