package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stay from the search to the departure, as people live it in their browsers. */
@ExtendWith({Chromium.class, WholeCity.class})
class StayIT {

  private final SharedCity city;
  private final Chromium.Running chromium;
  private final LocalDate today = Rooms.today();

  StayIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  @Test
  void aGraduateBooksMovesInAndLeavesWhileTheMonitorWatches() {
    try (var graduate = visitor();
        var monitor = visitor();
        var caseworker = visitor()) {
      chooseARoomFromTheFrontPage(graduate, today, today.plusDays(3));
      var site = pool(graduate).split("\\.")[0];
      watch(monitor, site);
      var freeTonight = free(monitor, site, 0);
      var freeTomorrow = free(monitor, site, 1);

      graduate.follow("预订这里");
      graduate.signInAs("graduate-41001");
      assertThat(graduate.find("h1")).hasText("核对并确认");
      graduate.press("确认预订");
      assertThat(graduate.find("h1")).hasText("已为您订好");
      var reference = graduate.read(".panel .code");
      graduate.follow("我的预订");
      assertThat(graduate.find(".cards")).containsText(reference);
      assertThat(graduate.find(".cards .tag")).hasText("已确认");
      assertThat(cell(monitor, site, 0)).hasText("" + (freeTonight - 1));

      attend(caseworker, site, reference);
      caseworker.press("确认入住");
      assertThat(caseworker.find(".notice.success")).containsText("已办理入住");
      graduate.page().reload();
      assertThat(graduate.find(".cards .tag")).hasText("已入住");
      graduate.find(".cards a").click();
      assertThat(graduate.find(".summary")).containsText("房号");

      caseworker.press("确认离店");
      assertThat(caseworker.find(".notice.success")).containsText("已办理离店");
      // This night is spent; the two that were not stayed are free again.
      assertThat(cell(monitor, site, 1)).hasText("" + freeTomorrow);
      assertThat(cell(monitor, site, 0)).hasText("" + (freeTonight - 1));
      graduate.page().reload();
      assertThat(graduate.find("main .tag")).hasText("已退房");
    }
  }

  private void chooseARoomFromTheFrontPage(Visitor graduate, LocalDate from, LocalDate to) {
    graduate.open(city.booking() + "/");
    graduate.follow("毕业生住房");
    graduate.follow("查看空房");
    graduate.page().fill("#from", from.toString());
    graduate.page().fill("#to", to.toString());
    graduate.press("查找房源");
    assertThat(graduate.find("#results")).containsText("3 晚");
    graduate.find("#results .rows a").first().click();
    assertThat(graduate.find(".stay")).containsText("3 晚");
  }

  private static String pool(Visitor graduate) {
    return graduate.page().url().replaceAll(".*/places/|\\?.*", "");
  }

  private void watch(Visitor monitor, String site) {
    monitor.open(city.console() + "/occupancy?programme=graduate-housing");
    monitor.signInAs("monitor");
    assertThat(monitor.find("#live")).hasText("实时更新");
    assertThat(cell(monitor, site, 0)).isVisible();
  }

  private void attend(Visitor caseworker, String site, String reference) {
    caseworker.open(city.console() + "/desk");
    caseworker.signInAs(city.caseworkerOf(site));
    caseworker.page().fill("#reference", reference);
    caseworker.press("查找");
  }

  private static Locator cell(Visitor monitor, String site, int night) {
    return monitor.find("[id='" + site + "." + night + "']");
  }

  private static int free(Visitor monitor, String site, int night) {
    return Integer.parseInt(cell(monitor, site, night).innerText());
  }

  private Visitor visitor() {
    return chromium.visitor(UnaryOperator.identity());
  }
}
