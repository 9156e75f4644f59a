package city.huiwei.ops.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A draw from its announcement to its publication, and the page on which anyone checks it. */
@ExtendWith({Chromium.class, WholeCity.class})
class DrawPagesIT {

  private static final String MANAGER = "manager-op-care";
  private static final String FIRST = "7c1696c142c892af006091282434503b";

  private final SharedCity city;
  private final Chromium.Running chromium;

  DrawPagesIT(SharedCity city, Chromium.Running chromium) {
    this.city = city;
    this.chromium = chromium;
  }

  /** The protocol's test vector, byte for byte, in a real browser. */
  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void theVectorIsFoundRightInTheBrowser(String language) throws IOException {
    var inspection = new Inspection(language);
    try (var anyone = visitor(language)) {
      anyone.open(city.booking() + "/draws/check");
      inspection.look(anyone.page(), "draw-check");
      check(anyone, vector(), FIRST);
      assertThat(anyone.find("#outcome")).hasAttribute("data-right", "true");
      assertThat(anyone.find("#findings li[data-right=true]")).hasCount(6);
      assertThat(anyone.find("#own strong")).hasText("1");
      inspection.look(anyone.page(), "draw-check-right");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, '\"chances\":2', '\"chances\":3', root",
    "en-GB, '\"chances\":2', '\"chances\":3', root",
    "en-GB, 3 1 4 1 5 9 2 6, 3 1 4 1 5 9 2 7, key",
    "en-GB, be887eca, be887ecb, commitment",
    "en-GB, '\"count\":5', '\"count\":6', count",
    "en-GB, 0689a648, 0689a647, numbers",
    "en-GB, '\"rank\":2', '\"rank\":9', ranks",
    "en-GB, '\"root\"', '\"roof\"', shape",
    "en-GB, '\"chances\":2', '\"chances\":4', ticket"
  })
  void whatIsWrongWithATamperedDrawIsSaid(
      String language, String there, String tampered, String what) throws IOException {
    var inspection = new Inspection(language);
    try (var anyone = visitor(language)) {
      anyone.open(city.booking() + "/draws/check");
      check(anyone, vector().replace(there, tampered), "");
      assertThat(anyone.find("#outcome")).hasAttribute("data-right", "false");
      assertThat(anyone.find("#findings li[data-right=false]").first())
          .hasAttribute("data-what", what);
      if (what.equals("root")) {
        inspection.look(anyone.page(), "draw-check-wrong");
      }
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aDrawGoesItsStepsAndAnyoneChecksIt(String language) {
    var inspection = new Inspection(language);
    var draw = announced();
    try (var staff = visitor(language);
        var anyone = visitor(language)) {
      staff.open(city.console() + "/draws");
      staff.signInAs(MANAGER);
      inspection.look(staff.page(), "console-draws");
      anyone.open(city.booking() + "/draws/" + draw);
      inspection.look(anyone.page(), "draw-open");

      pass(draw, "closes = now() - interval '1 second'");
      staff.open(city.console() + "/draws/" + draw);
      while (staff.find("#digits").count() == 0) {
        staff.page().waitForTimeout(500);
        staff.page().reload();
      }
      staff.page().fill("#digits", "六");
      staff.find("form[action$=witness] button").click();
      assertThat(staff.find(".mistakes a")).hasAttribute("href", "#digits");
      inspection.look(staff.page(), "console-draw-wrong");
      staff.page().fill("#digits", "3 1 4 1 5 9 2 6");
      take(staff, "witness");
      inspection.look(staff.page(), "console-draw");
      take(staff, "reveal");
      pass(draw, "draws_at = now() - interval '1 second', closes = now() - interval '1 minute'");
      take(staff, "light");
      take(staff, "draw");
      take(staff, "publish");
      inspection.look(staff.page(), "console-draw-published");

      anyone.open(city.booking() + "/draws/" + draw + "?ticket=" + FIRST);
      assertThat(anyone.find(".summary strong").first()).isVisible();
      inspection.look(anyone.page(), "draw-published");
      anyone.find("a[href*='/draws/check']").click();
      anyone.page().click("#load");
      assertThat(anyone.find("#json")).not().hasValue("");
      anyone.page().fill("#ticket", FIRST);
      anyone.find("#check button:not([type=button])").click();
      assertThat(anyone.find("#outcome")).hasAttribute("data-right", "true");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-GB"})
  void aDrawIsBrokenOffWithAReasonThatEveryoneReads(String language) {
    var inspection = new Inspection(language);
    var draw = announced();
    try (var staff = visitor(language)) {
      staff.open(city.console() + "/draws/" + draw);
      staff.signInAs(MANAGER);
      staff.find("details:has(#reason) summary").click();
      staff.find("form[action$=abort]").evaluate("form => form.noValidate = true");
      staff.find("form[action$=abort] button").click();
      assertThat(staff.find(".mistakes a")).hasAttribute("href", "#reason");
      staff.page().fill("#reason", "投掷现场停电");
      staff.find("form[action$=abort] button").click();
      assertThat(staff.find(".notice.success")).isVisible();
      inspection.look(staff.page(), "console-draw-aborted");
      staff.open(city.booking() + "/draws/" + draw);
      assertThat(staff.find("main")).containsText("投掷现场停电");
      inspection.look(staff.page(), "draw-aborted");
    }
    assertThat(inspection.faults()).isEmpty();
  }

  private static void check(Visitor anyone, String draw, String ticket) {
    anyone.page().fill("#json", draw);
    anyone.page().fill("#ticket", ticket);
    anyone.find("#check button:not([type=button])").click();
    assertThat(anyone.find("#outcome")).isVisible();
  }

  private static void take(Visitor staff, String step) {
    staff.find("form[action$='/" + step + "'] button").click();
    assertThat(staff.find(".notice.success")).isVisible();
    assertThat(staff.find("form[action$='/" + step + "']")).hasCount(0);
  }

  /** With the vector's tickets in its list. */
  private String announced() {
    var draw = "it-" + UUID.randomUUID();
    var closes = Instant.now().plusSeconds(3600);
    var asked = JsonMapper.builder().build().createObjectNode();
    asked.put("draw", draw).put("kind", "BATCH").put("subject", UUID.randomUUID().toString());
    asked.put("rulesVersion", "2026-12").put("capacity", 3).put("round", "none");
    asked.putArray("reserves").addObject().put("category", "first-time").put("places", 1);
    asked.put("reserveOrder", "MINIMUM_GUARANTEE").put("closes", closes.toString());
    asked.put("drawsAt", closes.plusSeconds(600).toString());
    city.caller(MANAGER).post(city.booking() + "/api/operator/draws", asked);
    city.ask(
        "booking",
        """
        insert into draw_ticket
        select '%s', substr(encode(sha256(('ticket-' || n)::bytea), 'hex'), 1, 32),
          case n %% 2 when 0 then 'general' else 'first-time' end, case n when 3 then 2 else 1 end,
          encode(sha256('P1>P2>P3'), 'hex')
        from generate_series(0, 4) n returning ticket
        """
            .formatted(draw));
    return draw;
  }

  /** Time passes for one draw: what keeps its times is asleep for this statement. */
  private void pass(String draw, String times) {
    city.ask(
        "booking",
        """
        with asleep as materialized (
          select set_config('session_replication_role', 'replica', true) as role)
        update draw set %s from asleep where draw = '%s' and role = 'replica' returning draw
        """
            .formatted(times, draw));
  }

  private static String vector() throws IOException {
    try (var file = DrawPagesIT.class.getResourceAsStream("/draw-vector.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Visitor visitor(String language) {
    return chromium.visitor(options -> options.setLocale(language));
  }
}
