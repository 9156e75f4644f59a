package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff do with applications, from the paper form to the bed; every page can be read. */
@ExtendWith({Chromium.class, WholeCity.class})
class StaffPagesIT {

  private static final String CASEWORKER = "caseworker-op-care";
  private static final String MANAGER = "manager-op-care";

  private final SharedCity city;
  private final Chromium.Running chromium;
  private final Elders elders;

  StaffPagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
    this.elders = new Elders(city);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void staffCheckAnApplicationAndAdmitWhoGetsTheBed(String language) throws Exception {
    var inspection = new Inspection(language);
    var family = family(language, 1);
    var application = elders.sent(family, number(language, 1));
    try (var staff = signedIn(language, CASEWORKER)) {
      look(inspection, staff, "console-review", "/review?programme=elder-care");
      look(inspection, staff, "console-review-none", "/review?state=ended");
      staff.open(city.console() + "/review/" + application.get("id").asString());
      inspection.look(staff.page(), "console-case");
      assertThat(staff.find("main")).not().containsText("林秀英");
      staff.find("details:has(#reason) summary").click();
      staff.page().fill("#reason", "核对身份证");
      staff.find("form:has(#reason) button").click();
      assertThat(staff.find("main")).containsText("林秀英");
      inspection.look(staff.page(), "console-case-open");

      staff.find("button[value=refuse]").click();
      assertThat(staff.find(".mistakes")).isVisible();
      inspection.look(staff.page(), "console-case-wrong");
      seeThePapers(staff);
      staff.find("button[value=pass]").click();
      assertThat(staff.find(".notice.success")).isVisible();
      inspection.look(staff.page(), "console-case-done");

      elders.accept(family, application);
      look(inspection, staff, "console-residences", "/residences");
      staff.follow(application.get("reference").asString());
      inspection.look(staff.page(), "console-residence");
      take(staff, "sign");
      staff.page().fill("#move-in-day", Rooms.today().plusDays(20).toString());
      take(staff, "move-in");
      inspection.look(staff.page(), "console-residence-done");
      look(inspection, staff, "console-residences-due", "/residences?which=look-due");
      assertThat(staff.find("main")).containsText(application.get("reference").asString());
      look(inspection, staff, "console-residences-none", "/residences?which=on-leave");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aMatchingIsTriedAndNothingIsKept(String language) {
    var inspection = new Inspection(language);
    try (var manager = signedIn(language, MANAGER)) {
      look(inspection, manager, "console-trial", "/trials/matching");
      manager.find("main form button").click();
      assertThat(manager.find("#outcome")).isVisible();
      assertThat(manager.find("main")).containsText("k3");
      inspection.look(manager.page(), "console-trial-done");
      manager.page().fill("#market", "{\"places\":[],\"families\":{}}");
      manager.find("main form button").click();
      assertThat(manager.find(".mistakes")).isVisible();
      inspection.look(manager.page(), "console-trial-wrong");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void anAppealIsAnsweredBySomebodyElseThanWhoDecided(String language) {
    var inspection = new Inspection(language);
    var family = family(language, 2);
    var application = elders.sent(family, number(language, 2));
    var address = city.console() + "/review/" + application.get("id").asString();
    try (var caseworker = signedIn(language, CASEWORKER);
        var manager = signedIn(language, MANAGER)) {
      caseworker.open(address);
      caseworker.page().check(".refusal input[value=MATERIAL_MISMATCH]");
      caseworker.find("button[value=refuse]").click();
      assertThat(caseworker.find("ol.decided")).containsText("MATERIAL_MISMATCH");
      inspection.look(caseworker.page(), "console-case-refused");
      elders.appeal(family, application, "评估等级有误，请再核对。");

      caseworker.open(city.console() + "/appeals");
      caseworker.find("tbody a").last().click();
      assertThat(caseworker.find(".notice.warning")).isVisible();
      inspection.look(caseworker.page(), "console-appeal-own");

      look(inspection, manager, "console-appeals", "/appeals");
      manager.find("tbody a").last().click();
      manager.find("form[action$=owner] button").click();
      inspection.look(manager.page(), "console-appeal");
      manager.page().check("input[value=CORRECTED]");
      manager.page().fill("#text", "已核实，等级应为三级，将重新决定。");
      manager.find("form[action$=answer] button").click();
      assertThat(manager.find(".notice.success")).isVisible();
      inspection.look(manager.page(), "console-appeal-done");

      manager.open(address);
      seeThePapers(manager);
      manager.find("button[value=pass]").click();
      assertThat(manager.find(".notice.success")).isVisible();
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void twoThatLookAlikeAreComparedAndBothStay(String language) {
    var inspection = new Inspection(language);
    elders.sent(family(language, 3), number(language, 3));
    var second = elders.sent(family(language, 4), number(language, 3));
    try (var staff = signedIn(language, CASEWORKER)) {
      look(inspection, staff, "console-duplicates", "/duplicates");
      staff.find("tr:has-text('" + second.get("reference").asString() + "') a").click();
      assertThat(staff.find("main")).not().containsText("林秀英");
      inspection.look(staff.page(), "console-duplicate");
      staff.page().fill("#note", "核对了两人的身份证，号码是抄错的");
      staff.find("button[value=DIFFERENT]").click();
      assertThat(staff.find(".notice.success")).isVisible();
      assertThat(staff.find("main")).not().containsText(second.get("reference").asString());
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aReserveIsTriedBeforeItsRuleIsSigned(String language) {
    var inspection = new Inspection(language);
    try (var staff = signedIn(language, "manager-op-home")) {
      look(inspection, staff, "console-reserves", "/reserves");
      staff.find("main form button").click();
      assertThat(staff.find("main table")).containsText("43.9");
      inspection.look(staff.page(), "console-reserves-tried");
      staff.page().fill("#rounds", "20000");
      staff.find("main form button").click();
      assertThat(staff.find(".mistakes")).isVisible();
      inspection.look(staff.page(), "console-reserves-wrong");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void whatCameOnPaperIsTypedInAndSent(String language) {
    var inspection = new Inspection(language);
    var elder = number(language, 5);
    try (var staff = signedIn(language, CASEWORKER)) {
      look(inspection, staff, "console-counter", "/counter");
      staff.page().selectOption("#programme", "elder-care");
      staff.page().selectOption("#channel", "PAPER");
      staff.find("main form button").first().click();
      inspection.look(staff.page(), "console-draft-page");
      save(staff);
      assertThat(staff.find(".mistakes")).isVisible();
      inspection.look(staff.page(), "console-draft-page-wrong");
      staff.page().fill("[id='elder.name']", "林秀英");
      staff.page().fill("[id='elder.identity']", Elders.identity(elder));
      staff.page().fill("[id='elder.telephone']", "138%08d".formatted(elder));
      check(staff, "elder.couple", "no");
      save(staff);
      inspection.look(staff.page(), "console-draft");
      staff.find("main a[href$='/care']").click();
      check(staff, "elder.level", "3");
      staff.page().fill("[id='elder.assessed-on']", Rooms.today().minusMonths(1).toString());
      check(staff, "elder.dementia", "no");
      check(staff, "elder.oxygen", "no");
      save(staff);
      staff.find("main a[href$='/wish']").click();
      inspection.look(staff.page(), "console-draft-wish");
      save(staff);
      staff.find("main form[action$=submission] button").first().click();
      // Nothing is sent without consent.
      assertThat(staff.find(".mistakes")).isVisible();
      inspection.look(staff.page(), "console-draft-wrong");
      staff.find("main a[href$='/consent']").click();
      check(staff, "consent.health", "yes");
      inspection.look(staff.page(), "console-draft-consent");
      save(staff);
      staff.find("main form[action$=submission] button").first().click();
      assertThat(staff.find(".notice.success")).isVisible();
      inspection.look(staff.page(), "console-counter-sent");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  /** All that are needed, in the hand. */
  private static void seeThePapers(Visitor staff) {
    var waiting = staff.find("details:has(form[action*=sightings])");
    for (var left = waiting.count(); left > 0; left--) {
      waiting.first().locator("summary").click();
      waiting.first().locator("button[value=PASSED]").click();
      assertThat(waiting).hasCount(left - 1);
    }
  }

  private static void check(Visitor staff, String code, String answer) {
    staff.page().check("input[name='" + code + "'][value='" + answer + "']");
  }

  private static void save(Visitor staff) {
    staff.find("#questions .actions button").first().click();
  }

  private static void take(Visitor staff, String step) {
    var form = staff.find("form[action$='/" + step + "']");
    if (!form.isVisible()) {
      staff.find("details:has(form[action$='/" + step + "']) summary").click();
    }
    form.locator("button").click();
    assertThat(staff.find(".notice.success")).isVisible();
  }

  private void look(Inspection inspection, Visitor visitor, String name, String path) {
    visitor.open(city.console() + path);
    inspection.look(visitor.page(), name);
  }

  private Visitor signedIn(String language, String person) {
    var visitor = chromium.visitor(options -> options.setLocale(language));
    visitor.open(city.console() + "/desk");
    visitor.signInAs(person);
    return visitor;
  }

  /** Somebody else in each language, as each test is run in both. */
  private static String family(String language, int number) {
    return "family-" + number(language, number);
  }

  private static int number(String language, int number) {
    return language.equals("zh-CN") ? 48_100 + number : 48_200 + number;
  }
}
