package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Staff at the chart of a site: what is booked appears, and what they choose is done. */
@ExtendWith({Chromium.class, WholeCity.class})
class ChartPagesIT {

  private final SharedCity city;
  private final Chromium.Running chromium;

  ChartPagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aBookingAppearsOnTheOpenChartAndIsMovedPinnedAndMadeRoomFor(String language) {
    var inspection = new Inspection(language);
    var from = Rooms.today().plusDays(language.equals("zh-CN") ? 2 : 9);
    var room = new Rooms(city).mostPlentiful(from, from.plusDays(3));
    var site = room.get("site").asString();
    try (var staff = signedIn(language, city.caseworkerOf(site))) {
      look(inspection, staff, "console-chart-sites", "/chart");
      staff.open(city.console() + "/chart/" + site + "?pool=" + room.get("pool").asString());
      assertThat(staff.find("#live.success")).isVisible();

      var booked = book(language, 1, room, from);
      var began = System.nanoTime();
      var bar = staff.find("button[name=stay]:has-text('" + reference(booked) + "')");
      assertThat(bar).isVisible(new IsVisibleOptions().setTimeout(10_000));
      System.out.println(
          "on the open chart %d ms after it was confirmed"
              .formatted(Duration.ofNanos(System.nanoTime() - began).toMillis()));
      inspection.look(staff.page(), "console-chart");

      bar.focus();
      staff.page().keyboard().press("Home");
      assertThat(staff.find("button[name=unit]:focus")).hasCount(1);
      bar.focus();
      staff.page().keyboard().press("ArrowLeft");
      staff.page().keyboard().press("ArrowRight");
      assertThat(bar).isFocused();
      staff.page().keyboard().press("Enter");
      assertThat(staff.find("#selected")).containsText(reference(booked));
      inspection.look(staff.page(), "console-chart-stay");
      var to = staff.find("#to option").nth(3).getAttribute("value");
      staff.page().selectOption("#to", to);
      staff.page().check("input[name=pinned]");
      staff.find("form[action$=move] button").click();
      assertThat(staff.find(".notice.success")).isVisible();
      assertThat(row(staff, to).locator(".pinned:has-text('" + reference(booked) + "')"))
          .hasCount(1);

      blockWhere(staff, inspection, language, room, from);
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void theChartAndTheDayAreDoneWithoutJavaScript(String language) {
    var inspection = new Inspection(language);
    var room = new Rooms(city).scarcest(Rooms.today(), Rooms.today().plusDays(1));
    var site = room.get("site").asString();
    var guest = book(language, 2, room, Rooms.today());
    var later = language.equals("zh-CN") ? 40 : 50;
    try (var staff =
        chromium.visitor(options -> options.setLocale(language).setJavaScriptEnabled(false))) {
      staff.open(city.console() + "/chart/" + site);
      staff.signInAs(city.caseworkerOf(site));
      staff.find("button[name=unit]").first().click();
      assertThat(staff.find("form[action$=block]")).isVisible();
      staff.page().fill("#begins", Rooms.today().plusDays(later).toString());
      staff.page().fill("#ends", Rooms.today().plusDays(later + 1).toString());
      staff.page().fill("#reason", "检查");
      staff.find("form[action$=block] button").click();
      assertThat(staff.find(".notice.success")).isVisible();
      staff.open(city.console() + "/today");
      assertThat(staff.find("#arrivals")).containsText(reference(guest));
    }
    try (var staff = signedIn(language, city.caseworkerOf(site))) {
      look(inspection, staff, "console-today", "/today");
      staff.find("#arrivals li:has-text('" + reference(guest) + "') a").click();
      staff.find("form[action$=check-in] button").click();
      assertThat(staff.find(".notice.success")).isVisible();
      staff.open(city.console() + "/chart/" + site);
      // Who has the key stays in the room.
      staff.find("button[name=stay]:has-text('" + reference(guest) + "')").click();
      assertThat(staff.find("#selected .notice")).isVisible();
      assertThat(staff.find("form[action$=move]")).hasCount(0);
      inspection.look(staff.page(), "console-chart-here");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void howFullItIsCanBeReadAndWhatIsWrongIsPutRight(String language) {
    var inspection = new Inspection(language);
    var room = new Rooms(city).mostPlentiful(Rooms.today(), Rooms.today().plusDays(1));
    var site = room.get("site").asString();
    var manager = city.caseworkerOf(site).replace("caseworker", "manager");
    var levels = "/occupancy/levels?programme=graduate-housing";
    try (var staff = signedIn(language, manager);
        var colleague = signedIn(language, manager)) {
      look(inspection, staff, "console-levels", levels + "&trend=true");
      look(inspection, staff, "console-levels-sites", levels + "&by=SITE");
      staff.find("form[action$=report] button").first().click();
      assertThat(staff.find("table.levels")).isVisible();
      look(inspection, staff, "console-levels-floors", levels + "&site=" + site);
      look(inspection, staff, "console-levels-beds", "/occupancy/levels?programme=elder-care");
      look(inspection, staff, "console-sites", "/stock/sites");

      staff.open(city.console() + "/stock/sites/" + site);
      staff.find("tbody a").first().click();
      inspection.look(staff.page(), "console-site");
      colleague.open(staff.page().url());
      colleague.page().fill("#f-floor", "5");
      colleague.find("form[action*='/units/'] button").click();
      assertThat(colleague.find(".notice.success")).isVisible();
      staff.page().fill("#f-floor", "6");
      staff.find("form[action*='/units/'] button").click();
      // What the colleague put there stands beside what was typed.
      assertThat(staff.find(".mistakes")).isVisible();
      assertThat(staff.find(".row-form .hint")).containsText("5");
      assertThat(staff.find("#f-floor")).hasValue("6");
      inspection.look(staff.page(), "console-site-stale");
      staff.find("form[action*='/units/'] button").click();
      assertThat(staff.find(".notice.success")).isVisible();
    }
    assertThat(inspection.faults()).isEmpty();
  }

  /** Out of use, first in vain and then with who is in the way seated elsewhere; and back again. */
  private void blockWhere(
      Visitor staff, Inspection inspection, String language, JsonNode room, LocalDate from) {
    var second = book(language, 3, room, from);
    var bar = staff.find("tbody tr:has(button:has-text('" + reference(second) + "'))");
    assertThat(bar).isVisible();
    var unit = bar.locator("button[name=unit]").innerText();
    bar.locator("button[name=unit]").click();
    staff.page().fill("#begins", from.toString());
    staff.page().fill("#reason", "卫生间漏水");
    inspection.look(staff.page(), "console-chart-block");
    staff.find("form[action$=block] button").click();
    assertThat(staff.find(".mistakes")).isVisible();
    assertThat(staff.find("#selected")).containsText(reference(second));
    inspection.look(staff.page(), "console-chart-block-wrong");
    staff.page().check("input[name=reseating]");
    staff.find("form[action$=block] button").click();
    assertThat(staff.find(".notice.success")).isVisible();
    assertThat(row(staff, unit)).containsText("卫生间漏水");
    assertThat(row(staff, unit)).not().containsText(reference(second));
    inspection.look(staff.page(), "console-chart-blocked");
    row(staff, unit).locator(".blocked button").click();
    staff.find("form[action$=unblock] button").click();
    assertThat(row(staff, unit)).not().containsText("卫生间漏水");
  }

  private static com.microsoft.playwright.Locator row(Visitor staff, String unit) {
    return staff.find("tbody tr:has(button[value='" + unit + "'])");
  }

  private static String reference(JsonNode booking) {
    return booking.get("reference").asString();
  }

  /** Somebody else in each language, as each test is run in both. */
  private JsonNode book(String language, int number, JsonNode room, LocalDate from) {
    var person = "graduate-" + (46_001 + 4 * number + (language.equals("zh-CN") ? 0 : 2));
    return new Rooms(city).book(person, room.get("pool").asString(), from, from.plusDays(3));
  }

  private void look(Inspection inspection, Visitor visitor, String name, String path) {
    visitor.open(city.console() + path);
    inspection.look(visitor.page(), name);
  }

  private Visitor signedIn(String language, String person) {
    var visitor = chromium.visitor(options -> options.setLocale(language));
    visitor.open(city.console() + "/chart");
    visitor.signInAs(person);
    return visitor;
  }
}
