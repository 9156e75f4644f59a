package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes otherwise than planned on the pages on which people book. */
@ExtendWith({Chromium.class, WholeCity.class})
class BookingPagesIT {

  private final SharedCity city;
  private final Chromium.Running chromium;
  private final LocalDate today = Rooms.today();

  BookingPagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  @Test
  void whoCancelsHasTheNightsBack() {
    var rooms = new Rooms(city);
    var from = today.plusDays(20);
    var pool = rooms.mostPlentiful(from, from.plusDays(15)).get("pool").asString();
    try (var graduate = visitor()) {
      book(graduate, "graduate-41003", pool, from, from.plusDays(15));
      assertThat(graduate.find("h1")).hasText("已为您订好");
      var booking = graduate.page().url().split("\\?")[0];

      askFor(graduate, pool, from.plusDays(30), from.plusDays(31));
      graduate.press("确认预订");
      assertThat(graduate.find(".mistakes")).containsText("晚");

      graduate.open(booking);
      graduate.follow("取消预订");
      assertThat(graduate.find(".notice.warning")).containsText("15 晚额度会全部退回");
      graduate.press("取消预订");
      assertThat(graduate.find("main .tag")).hasText("已取消");

      askFor(graduate, pool, from.plusDays(30), from.plusDays(31));
      graduate.press("确认预订");
      assertThat(graduate.find("h1")).hasText("已为您订好");
    }
  }

  @Test
  void theWholePathNeedsNoScript() {
    try (var graduate =
        chromium.visitor(options -> options.setLocale("en-GB").setJavaScriptEnabled(false))) {
      graduate.open(city.booking() + "/");
      graduate.follow("Homes for graduates");
      graduate.follow("See free rooms");
      graduate.page().fill("#from", today.plusDays(2).toString());
      graduate.page().fill("#to", today.plusDays(4).toString());
      graduate.press("Find a place");
      graduate.find("#results .rows a").first().click();
      graduate.follow("Book this place");
      graduate.signInAs("graduate-41005");
      assertThat(graduate.find("h1")).hasText("Check your answers");
      graduate.press("Book");
      assertThat(graduate.find("h1")).hasText("Booked");
      graduate.follow("My bookings");
      graduate.find(".cards a").click();
      graduate.follow("Cancel this booking");
      graduate.press("Cancel this booking");
      assertThat(graduate.find("main .tag")).hasText("Cancelled");
      graduate.press("Sign out");
      assertThat(graduate.find("header")).containsText("Sign in");
    }
  }

  @Test
  void theSameFormSentFromTwoTabsBooksOnce() {
    var from = today.plusDays(40);
    var pool = new Rooms(city).mostPlentiful(from, from.plusDays(1)).get("pool").asString();
    try (var graduate = visitor()) {
      askFor(graduate, pool, from, from.plusDays(1));
      graduate.signInAs("graduate-41007");
      var key = graduate.find("input[name=key]").inputValue();
      var second = graduate.anotherTab();
      second.navigate(graduate.page().url());
      // A tab that a browser duplicates or restores has the very form of the first.
      second.locator("input[name=key]").evaluate("(field, key) => field.value = key", key);

      graduate.press("确认预订");
      assertThat(graduate.find("h1")).hasText("已为您订好");
      second.click("main form button");
      assertThat(second.locator("h1")).hasText("已为您订好");

      assertThat(second.url()).isEqualTo(graduate.page().url());
      graduate.follow("我的预订");
      assertThat(graduate.find(".cards > li")).hasCount(1);
    }
  }

  @Test
  void somebodyElsesBookingIsNotThere() {
    var from = today.plusDays(41);
    var rooms = new Rooms(city);
    var pool = rooms.mostPlentiful(from, from.plusDays(1)).get("pool").asString();
    var booking = rooms.book("graduate-41009", pool, from, from.plusDays(1));
    var own = booking.get("id").asString();
    try (var owner = visitor();
        var other = visitor()) {
      for (var page : new String[] {"", "/cancellation"}) {
        owner.open(city.booking() + "/bookings/" + own + page);
        if (page.isEmpty()) {
          owner.signInAs("graduate-41009");
        }
        assertThat(owner.find("main")).containsText(booking.get("reference").asString());
      }
      other.open(city.booking() + "/bookings");
      other.signInAs("graduate-41011");
      for (var id : new String[] {own, UUID.randomUUID().toString()}) {
        assertThat(other.open(city.booking() + "/bookings/" + id)).isEqualTo(404);
        assertThat(other.open(city.booking() + "/bookings/" + id + "/cancellation")).isEqualTo(404);
      }
    }
  }

  @Test
  void whoSignsOutIsOut() {
    try (var person = visitor()) {
      person.open(city.booking() + "/bookings");
      person.signInAs("graduate-41013");
      person.open(city.console() + "/");
      person.signInAs("caseworker-op-home");
      for (var address : new String[] {city.booking() + "/bookings", city.console() + "/desk"}) {
        person.open(address);
        person.press("退出登录");
        person.page().waitForURL(url -> !url.contains("/sign-out"));
        person.open(address);
        // The provider asks anew who this is.
        assertThat(person.find("#person")).isVisible();
      }
    }
  }

  @Test
  void whoComesTooLateIsOfferedWhatIsFreeNear() {
    var from = today.plusDays(50);
    var to = from.plusDays(2);
    var rooms = new Rooms(city);
    var scarce = rooms.scarcest(from, to);
    var pool = scarce.get("pool").asString();
    try (var graduate = visitor()) {
      askFor(graduate, pool, from, to);
      graduate.signInAs("graduate-41015");
      assertThat(graduate.find("h1")).hasText("核对并确认");
      for (var other = 0; other < scarce.get("free").asInt(); other++) {
        rooms.book("graduate-%05d".formatted(42_001 + 2 * other), pool, from, to);
      }
      graduate.press("确认预订");

      assertThat(graduate.find(".mistakes")).isVisible();
      assertThat(graduate.find(".summary [href*='%s?from=%s&to=%s']".formatted(pool, from, to)))
          .isVisible();
      graduate.find(".links a").first().click();
      graduate.follow("预订这里");
      graduate.press("确认预订");
      assertThat(graduate.find("h1")).hasText("已为您订好");
    }
  }

  @Test
  void wrongDatesStayTypedAndTheirErrorsLeadToThem() {
    try (var anyone = visitor()) {
      var yesterday = today.minusDays(1).toString();
      anyone.open(
          "%s/places?district=nanshan&from=%s&to=%s"
              .formatted(city.booking(), yesterday, today.plusDays(30)));
      assertThat(anyone.find(".mistakes li")).hasCount(2);
      assertThat(anyone.find("#from")).hasValue(yesterday);
      assertThat(anyone.find("#to")).hasValue(today.plusDays(30).toString());
      assertThat(anyone.find("#district")).hasValue("nanshan");
      anyone.find(".mistakes a[href='#from']").click();
      assertThat(anyone.find("#from")).isFocused();
    }
  }

  private void book(Visitor graduate, String who, String pool, LocalDate from, LocalDate to) {
    askFor(graduate, pool, from, to);
    graduate.signInAs(who);
    graduate.press("确认预订");
  }

  private void askFor(Visitor graduate, String pool, LocalDate from, LocalDate to) {
    graduate.open(
        "%s/bookings/new?pool=%s&from=%s&to=%s".formatted(city.booking(), pool, from, to));
  }

  private Visitor visitor() {
    return chromium.visitor(UnaryOperator.identity());
  }
}
