package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch from its draft to the receipt of who registers, in staff's and graduates' browsers. */
@ExtendWith({Chromium.class, WholeCity.class})
class BatchPagesIT {

  private static final String CLERK = "caseworker-op-home";
  private static final String MANAGER = "manager-op-home";

  private final SharedCity city;
  private final Chromium.Running chromium;

  BatchPagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void oneDraftsAnotherReleasesAndAGraduateRegisters(String language) {
    var inspection = new Inspection(language);
    var first = Rooms.today().plusDays(language.equals("zh-CN") ? 100 : 120);
    var batch = drafted(language, first, inspection);
    release(language, batch, inspection);
    register(language, batch, first, inspection);
    decide(language, batch, inspection);
    confirm(language, batch, inspection);
    assertThat(inspection.faults()).isEmpty();
  }

  private String drafted(String language, LocalDate first, Inspection inspection) {
    try (var clerk = visitor(language)) {
      clerk.open(city.console() + "/batches");
      clerk.signInAs(CLERK);
      inspection.look(clerk.page(), "console-batches");
      clerk.open(city.console() + "/batches/new");
      clerk.find("main form button").click();
      assertThat(clerk.find(".mistakes")).isVisible();
      inspection.look(clerk.page(), "console-batch-draft-wrong");
      clerk.page().fill("#nameZh", "二月批次");
      clerk.page().fill("#nameEn", "February batch");
      fillTimes(clerk);
      clerk.page().fill("#from", first.toString());
      clerk.page().fill("#to", first.plusDays(14).toString());
      for (var at = 0; at < 3; at++) {
        clerk.find("[name^='units-']").nth(at).fill("2");
      }
      clerk.page().fill("#reserve-urgent", "1");
      clerk.page().fill("#reserve-first-time", "2");
      inspection.look(clerk.page(), "console-batch-draft");
      clerk.find("main form button").click();
      assertThat(clerk.find("form[action$='/abandonment']")).isVisible();
      inspection.look(clerk.page(), "console-batch-drafted");
      return clerk.page().url().replaceAll(".*/batches/", "");
    }
  }

  private static void fillTimes(Visitor clerk) {
    var now = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).withNano(0).withSecond(0);
    clerk.page().fill("#registerFrom", now.plusHours(1).toString());
    clerk.page().fill("#urgentUntil", now.plusDays(2).toString());
    clerk.page().fill("#registerUntil", now.plusDays(5).toString());
    clerk.page().fill("#drawAt", now.plusDays(6).toString());
    clerk.page().fill("#confirmUntil", now.plusDays(9).toString());
  }

  private void release(String language, String batch, Inspection inspection) {
    try (var manager = visitor(language)) {
      manager.open(city.console() + "/batches/" + batch);
      manager.signInAs(MANAGER);
      inspection.look(manager.page(), "console-batch-to-release");
      manager.find("form[action$='/release'] button").click();
      assertThat(manager.find(".tiles")).isVisible();
      inspection.look(manager.page(), "console-batch-released");
    }
    city.ask(
        "booking",
        "update batch set register_from = now() - interval '1 minute' where batch = '%s' returning batch"
            .formatted(batch));
  }

  private void register(String language, String batch, LocalDate first, Inspection inspection) {
    var page = city.booking() + "/batches/" + batch;
    try (var graduate = visitor(language)) {
      graduate.open(city.booking() + "/batches");
      inspection.look(graduate.page(), "batches");
      graduate.open(page);
      inspection.look(graduate.page(), "batch");
      graduate.open(page + "/entry");
      graduate.signInAs(graduate(language));
      inspection.look(graduate.page(), "batch-entry");
      graduate.find("button[value=check]").click();
      assertThat(graduate.find(".mistakes")).isVisible();
      inspection.look(graduate.page(), "batch-entry-wrong");
      rank(graduate);
      graduate.page().fill("#from", first.plusDays(2).toString());
      graduate.page().fill("#to", first.plusDays(5).toString());
      graduate.page().fill("#slackDays", "2");
      graduate.page().fill("#urgency", "租约突然终止，没有住处。");
      inspection.look(graduate.page(), "batch-entry-ranked");
      graduate.find("button[value=check]").click();
      assertThat(graduate.find("form[action$='/sent']")).isVisible();
      inspection.look(graduate.page(), "batch-check");
      graduate.find("form[action$='/sent'] button").first().click();
      assertThat(graduate.find(".panel")).isVisible();
      inspection.look(graduate.page(), "batch-receipt-new");
      graduate.open(page + "/mine");
      inspection.look(graduate.page(), "batch-receipt");
      graduate.open(page + "/withdrawal");
      inspection.look(graduate.page(), "batch-withdrawal");
    }
  }

  /** Two are chosen, and the second goes up: buttons that post, without a mouse or a script. */
  private static void rank(Visitor graduate) {
    for (var times = 0; times < 2; times++) {
      var next = graduate.find("#wishes option:not([value=''])").first().getAttribute("value");
      graduate.page().selectOption("#wishes", next);
      graduate.find("button[value='wishes add']").click();
      assertThat(graduate.find(".ranked > li")).hasCount(times + 1);
    }
    var second = graduate.read(".ranked > li:nth-child(2) > span:first-child > span:last-child");
    graduate.find(".ranked > li:nth-child(2) button[value^='wishes up']").press("Enter");
    assertThat(graduate.find(".ranked > li:nth-child(1)")).containsText(second);
  }

  private void decide(String language, String batch, Inspection inspection) {
    try (var clerk = visitor(language)) {
      clerk.open(city.console() + "/batches/" + batch);
      clerk.signInAs(CLERK);
      inspection.look(clerk.page(), "console-batch-urgent");
      clerk.find("textarea[name=reason]").fill("房东通知属实，两天内须搬出。");
      clerk.find("button[name=granted][value=true]").click();
      assertThat(clerk.find("textarea[name=reason]")).hasCount(0);
      inspection.look(clerk.page(), "console-batch-decided");
    }
  }

  /** The window is over, and the draw as if all its steps were taken. */
  private void confirm(String language, String batch, Inspection inspection) {
    city.ask(
        "booking",
        """
        update batch set register_from = now() - interval '3 hours',
          urgent_until = now() - interval '2 hours', register_until = now() - interval '1 hour',
          draw_at = now() - interval '1 minute' where batch = '%s' returning batch
        """
            .formatted(batch));
    DrawnCity.publish(city, "graduate-housing-" + batch);
    var result = city.booking() + "/batches/" + batch + "/result";
    try (var graduate = visitor(language)) {
      graduate.open(city.booking() + "/batches/" + batch + "/mine");
      graduate.signInAs(graduate(language));
      inspection.look(graduate.page(), "batch-receipt-closed");
      var link = graduate.find("a[href$='/confirmation']");
      graduate.open(result);
      for (var times = 0; !link.isVisible() && times < 100; times++) {
        graduate.page().waitForTimeout(300);
        graduate.page().reload();
      }
      inspection.look(graduate.page(), "batch-result");
      graduate.find("a[href$='/refusal']").click();
      inspection.look(graduate.page(), "batch-result-refusal");
      graduate.open(result);
      link.click();
      inspection.look(graduate.page(), "batch-result-confirmation");
      graduate.find("main form button").click();
      assertThat(graduate.find("a[href^='/bookings/']")).isVisible();
      inspection.look(graduate.page(), "batch-result-confirmed");
    }
  }

  private static String graduate(String language) {
    return language.equals("zh-CN") ? "graduate-48001" : "graduate-48002";
  }

  private Visitor visitor(String language) {
    return chromium.visitor(options -> options.setLocale(language));
  }
}
