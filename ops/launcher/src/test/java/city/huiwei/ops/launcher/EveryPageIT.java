package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Every page can be read by everyone; pictures of them are in {@code target/screenshots}. Two pages
 * are looked at a time, so each test has people and nights of its own.
 */
@ExtendWith({Chromium.class, WholeCity.class})
class EveryPageIT {

  private final SharedCity city;
  private final Chromium.Running chromium;
  private final LocalDate today = Rooms.today();

  EveryPageIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aVisitorsPagesCanBeReadByEveryone(String language) {
    var inspection = new Inspection(language);
    try (var anyone = visitor(language)) {
      look(inspection, anyone, "home", "/");
      look(inspection, anyone, "search", "/places?programme=graduate-housing");
      look(inspection, anyone, "search-beds", "/places?programme=elder-care&district=nanshan");
      look(inspection, anyone, "search-wrong", "/places?from=2020-01-01&to=someday");
      look(inspection, anyone, "search-empty", "/places?district=nowhere");
      look(inspection, anyone, "guide", "/programmes/graduate-housing?year=" + today.getYear());
      look(inspection, anyone, "guide-telephone", "/programmes/childcare");
      look(inspection, anyone, "publicity-none", "/programmes/industrial-space/publicity");
      look(inspection, anyone, "problem", "/problems/no-place-left");
      look(inspection, anyone, "not-found", "/not/there");
      anyone.open(city.booking() + "/bookings");
      inspection.look(anyone.page(), "sign-in");
      anyone.signInAs("nobody");
      inspection.look(anyone.page(), "sign-in-unknown");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void anApplicantsPagesCanBeReadByEveryone(String language) {
    var inspection = new Inspection(language);
    var from = today.plusDays(language.equals("zh-CN") ? 60 : 70);
    var to = from.plusDays(2);
    var place = new Rooms(city).scarcest(from, to);
    var question = "?pool=%s&from=%s&to=%s".formatted(place.get("pool").asString(), from, to);
    try (var applicant = visitor(language)) {
      applicant.open(city.booking() + "/bookings");
      applicant.signInAs(number(language, 43_001));
      look(inspection, applicant, "bookings-none", "/bookings");
      look(inspection, applicant, "notices-none", "/notices");
      look(inspection, applicant, "check", "/bookings/new" + question);
      applicant.find("main form button").click();
      assertThat(applicant.find(".panel")).isVisible();
      inspection.look(applicant.page(), "booked");
      var booking = applicant.page().url().replaceAll("\\?.*|.*(?=/bookings/)", "");
      look(inspection, applicant, "booking", booking);
      look(inspection, applicant, "cancellation", booking + "/cancellation");
      look(inspection, applicant, "bookings", "/bookings");
      takeTheRest(place, from, to, language);
      look(inspection, applicant, "full", "/bookings/new" + question);
      look(
          inspection,
          applicant,
          "place-full",
          question.replaceAll(".*pool=([^&]*)&", "/places/$1?"));
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void anOperatorsPagesCanBeReadByEveryone(String language) {
    var inspection = new Inspection(language);
    var rooms = new Rooms(city);
    var room = rooms.mostPlentiful(today, today.plusDays(2));
    var guest = number(language, 44_001);
    var booking = rooms.book(guest, room.get("pool").asString(), today, today.plusDays(2));
    var desk = city.console() + "/desk?reference=";
    var caseworker = city.caseworkerOf(room.get("site").asString());
    try (var staff = visitor(language)) {
      staff.open(city.console() + "/occupancy");
      staff.signInAs(caseworker.replace("caseworker", "manager"));
      assertThat(staff.find("#live.success")).isVisible();
      inspection.look(staff.page(), "console-occupancy");
      look(
          inspection,
          staff,
          "console-occupancy-none",
          city.console() + "/occupancy?programme=graduate-housing&district=none");
      look(inspection, staff, "console-desk", city.console() + "/desk");
      look(inspection, staff, "console-desk-unknown", desk + "AAAAA-AAAAA");
      look(inspection, staff, "console-desk-guest", desk + booking.get("reference").asString());
      staff.find(".step button").first().click();
      assertThat(staff.find(".notice.success")).isVisible();
      inspection.look(staff.page(), "console-desk-done");
      look(inspection, staff, "console-stock", city.console() + "/stock/import");
      look(inspection, staff, "console-forbidden", city.console() + "/machines");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsFound() {
    var inspection = new Inspection("zh-CN");
    try (var anyone = visitor("zh-CN")) {
      anyone
          .page()
          .setContent("<input><p style='color: #bbb'>pale</p><div style='width: 500px'>wide</div>");
      inspection.look(anyone.page(), "unreadable");
    }
    assertThat(String.join("\n", inspection.faults()))
        .contains("label", "color-contrast", "html-has-lang", "wide on a phone");
  }

  @Test
  void whatTheBrowserComplainsOfIsHeard() {
    var anyone = visitor("zh-CN");
    anyone.open(city.booking() + "/");
    anyone
        .find("main")
        .evaluate(
            "main => main.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')");
    assertThatThrownBy(anyone::close).hasMessageContaining("Content Security Policy");
  }

  private void look(Inspection inspection, Visitor visitor, String name, String address) {
    visitor.open(address.startsWith("/") ? city.booking() + address : address);
    inspection.look(visitor.page(), name);
  }

  private void takeTheRest(JsonNode place, LocalDate from, LocalDate to, String language) {
    for (var other = 1; other < place.get("free").asInt(); other++) {
      var person = number(language, 45_001 + 4 * other);
      new Rooms(city).book(person, place.get("pool").asString(), from, to);
    }
  }

  /** Somebody else in each language, as a stay is booked in both. */
  private static String number(String language, int number) {
    return "graduate-" + (language.equals("zh-CN") ? number : number + 2);
  }

  private Visitor visitor(String language) {
    return chromium.visitor(options -> options.setLocale(language));
  }
}
