package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A family applies for a bed and a firm for space, through every page there is for it. */
@ExtendWith({Chromium.class, WholeCity.class})
class ApplyingPagesIT {

  /** Of people and a firm that do not exist; sound by their check characters. */
  private static final String IDENTITY = "440305194203040028";

  private static final String TOO_YOUNG = "440305199203040020";
  private static final String CREDIT_CODE = "91440300MA00000077";

  private final SharedCity city;
  private final Chromium.Running chromium;
  private final LocalDate today = Rooms.today();

  ApplyingPagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aFamilyAppliesForABed(String language) {
    var inspection = new Inspection(language);
    var isChinese = language.equals("zh-CN");
    try (var family = chromium.visitor(options -> options.setLocale(language))) {
      family.open(city.booking() + "/programmes/elder-care");
      inspection.look(family.page(), "apply-guide");
      answer(family, Map.of("elder.age", "59"));
      choose(family, "elder.is-assessed", "no");
      family.find("#self-test button").click();
      assertThat(family.find("#self-test .notice.warning")).isVisible();
      inspection.look(family.page(), "apply-self-test");

      family.open(city.booking() + "/applications");
      family.signInAs(isChinese ? "family-46001" : "family-46003");
      inspection.look(family.page(), "apply-none");
      family.open(city.booking() + "/applications/new?programme=elder-care");
      inspection.look(family.page(), "apply-start");
      family.find("main form button").click();
      var draft = family.page().url().replace("/tasks", "");
      inspection.look(family.page(), "apply-tasks");

      family.find(".tasks a").first().click();
      assertThat(field(family, "spouse.name")).isHidden();
      answer(family, Map.of("elder.name", "林秀英", "elder.identity", "44030519420304002"));
      choose(family, "elder.couple", "yes");
      assertThat(field(family, "spouse.name")).isVisible();
      goOn(family);
      assertThat(family.find(".mistakes li")).hasCount(4);
      inspection.look(family.page(), "apply-elder-wrong");
      family.find(".mistakes a").first().click();
      assertThat(field(family, "elder.identity")).isFocused();
      choose(family, "elder.couple", "no");
      answer(family, Map.of("elder.identity", TOO_YOUNG, "elder.telephone", "13800138001"));
      goOn(family);
      inspection.look(family.page(), "apply-hardship");
      choose(family, "elder.categories", "low-income");
      goOn(family);
      answer(family, Map.of("elder.assessed-on", today.minusMonths(1).toString()));
      choose(family, "elder.level", "3");
      choose(family, "elder.dementia", "no");
      choose(family, "elder.oxygen", "no");
      inspection.look(family.page(), "apply-care");
      goOn(family);
      choose(family, "wish.districts", "baoan");
      rankTwoSites(family);
      inspection.look(family.page(), "apply-wish");
      goOn(family);
      assertThat(family.find(".tasks .tag.success")).hasCount(4);
      inspection.look(family.page(), "apply-tasks-done");

      family.open(draft + "/check");
      assertThat(family.find("#refusals")).isVisible();
      inspection.look(family.page(), "apply-check-refused");
      family.find("[id='elder.identity'] .act a").click();
      answer(family, Map.of("elder.identity", IDENTITY));
      goOn(family);
      assertThat(family.find("#refusals")).hasCount(0);
      assertThat(family.find("main")).not().containsText(IDENTITY);
      inspection.look(family.page(), "apply-check");
      family.find("main form button").click();
      assertThat(family.find(".mistakes a")).hasAttribute("href", "#consent.health");
      inspection.look(family.page(), "apply-check-no-consent");
      choose(family, "consent.health", "yes");
      family.find("main form button").click();
      assertThat(family.find(".panel .code")).isVisible();
      inspection.look(family.page(), "apply-sent");

      begin(family, "elder-care");
      family.page().navigate(family.page().url().replace("/tasks", "/abandonment"));
      inspection.look(family.page(), "apply-abandonment");
      family.open(city.booking() + "/applications");
      assertThat(family.find(".cards > li")).hasCount(2);
      inspection.look(family.page(), "apply-mine");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aFirmAppliesForSpace(String language) {
    var inspection = new Inspection(language);
    try (var firm = chromium.visitor(options -> options.setLocale(language))) {
      firm.open(city.booking() + "/programmes/industrial-space");
      inspection.look(firm.page(), "apply-space-guide");
      firm.open(city.booking() + "/applications/new?programme=industrial-space");
      firm.signInAs(language.equals("zh-CN") ? "firm-46001" : "firm-46003");
      firm.find("main form button").click();
      var draft = firm.page().url().replace("/tasks", "");
      applyForSpace(firm, inspection);
      firm.open(draft + "/check");
      assertThat(firm.find("#refusals")).hasCount(0);
      inspection.look(firm.page(), "apply-space-check");
      choose(firm, "consent.own-use", "yes");
      firm.find("main form button").click();
      assertThat(firm.find(".panel .code")).isVisible();
      inspection.look(firm.page(), "apply-space-sent");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void allOfItNeedsNoScript() {
    try (var firm =
        chromium.visitor(options -> options.setLocale("en-GB").setJavaScriptEnabled(false))) {
      firm.open(city.booking() + "/");
      firm.follow("Industrial space");
      firm.follow("Apply online");
      firm.signInAs("firm-46005");
      firm.press("Start");
      applyForSpace(firm, null);
      firm.follow("Check your answers");
      choose(firm, "consent.own-use", "yes");
      firm.press("Send the application");
      assertThat(firm.find("h1")).hasText("Your application is sent");
      firm.follow("My applications");
      assertThat(firm.find(".cards > li")).hasCount(1);
      begin(firm, "industrial-space");
      firm.follow("Give this draft up");
      firm.press("Give it up");
      assertThat(firm.find("main")).containsText("Withdrawn");
    }
  }

  private void applyForSpace(Visitor firm, @Nullable Inspection inspection) {
    firm.find(".tasks a").first().click();
    answer(
        firm,
        Map.of(
            "firm.name", "样例科技",
            "firm.credit-code", CREDIT_CODE,
            "firm.founded-on", "2024-05-06",
            "contact.name", "陈工",
            "contact.telephone", "0755-88888888"));
    choose(firm, "firm.industry", "software");
    look(firm, inspection, "apply-space-firm");
    goOn(firm);
    answer(firm, Map.of("space.area-least", "100", "space.area-most", "5000"));
    choose(firm, "space.lift", "no");
    look(firm, inspection, "apply-space-needs");
    goOn(firm);
    goOn(firm);
  }

  /** The second that is added goes up. */
  private static void rankTwoSites(Visitor family) {
    for (var at = 0; at < 2; at++) {
      var select = field(family, "wish.sites");
      select.selectOption(select.locator("optgroup option").first().getAttribute("value"));
      family.find(".more button").click();
      assertThat(family.find(".ranked > li")).hasCount(at + 1);
    }
    var second = family.find(".ranked > li").last().locator("input").inputValue();
    family.find(".ranked > li").last().locator("button").first().click();
    assertThat(family.find(".ranked > li").first().locator("input")).hasValue(second);
  }

  private void begin(Visitor who, String programme) {
    who.open(city.booking() + "/applications/new?programme=" + programme);
    who.find("main form button").click();
  }

  private static void look(Visitor who, @Nullable Inspection inspection, String name) {
    if (inspection != null) {
      inspection.look(who.page(), name);
    }
  }

  private static Locator field(Visitor who, String code) {
    return who.find("[id='%s']".formatted(code));
  }

  private static void answer(Visitor who, Map<String, String> answers) {
    answers.forEach((code, answer) -> field(who, code).fill(answer));
  }

  private static void choose(Visitor who, String code, String choice) {
    who.find("[name='%s'][value='%s']".formatted(code, choice)).check();
  }

  private static void goOn(Visitor who) {
    who.find("main form .actions button").first().click();
  }
}
