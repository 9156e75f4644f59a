package city.huiwei.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.console.Tokens;
import city.huiwei.edge.Problem;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk over HTTP, with a server that speaks booking-service's contract. */
class DeskPagesTest {

  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");

  private final Stage stage = Stage.open();

  @BeforeEach
  void theBookingIsConfirmed() {
    theBookingIs(BookingStatus.CONFIRMED);
  }

  @Test
  void aReferenceIsFoundHoweverItIsTyped() {
    var page = stage.signedIn("caseworker-op-home").get("/desk?reference=%20abc-7%20");
    assertThat(page.body()).contains("ABC-7", "已确认", "3 晚");
    var asked = stage.services().asked("GET /api/desk/bookings").getLast();
    assertThat(asked.address()).endsWith("reference=ABC-7");
    assertThat(Tokens.claims(asked.authorization())).extracting("operator").isEqualTo("op-home");
  }

  @Test
  void anUnknownReferenceIsSaidToBeUnknown() {
    stage.services().on("GET /api/desk/bookings", _ -> Answer.problem(404, Map.of()));
    var page = find("nothing");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("There is no booking with the reference “nothing”", "href=\"#reference\"");
  }

  @ParameterizedTest
  @EnumSource(BookingStatus.class)
  void onlyStepsThatFitTheStateAreOffered(BookingStatus status) {
    theBookingIs(status);
    var page = find("ABC-7").body();
    assertThat(page.contains("/desk/ABC-7/check-in")).isEqualTo(status == BookingStatus.CONFIRMED);
    assertThat(page.contains("/desk/ABC-7/no-show")).isEqualTo(status == BookingStatus.CONFIRMED);
    assertThat(page.contains("/desk/ABC-7/departure"))
        .isEqualTo(status == BookingStatus.CHECKED_IN);
  }

  @Test
  void aStepTakenIsConfirmed() {
    stage
        .services()
        .on("PUT /api/bookings/" + ID + "/check-in", _ -> booking(BookingStatus.CHECKED_IN));
    var page = take("check-in");
    assertThat(page.uri()).hasToString(stage.address("/desk?reference=ABC-7&done=check-in"));
    assertThat(page.body()).contains("Please hand over the key");
  }

  @Test
  void aStepRefusedIsRefusedWithItsReasonsAndWhatToDo() {
    var problem =
        new Problem(
            "/problems/not-yet",
            "Not yet",
            409,
            "It is too early",
            List.of(
                new Problem.Line("TOO_EARLY", null, "The stay begins on 1 December.", "Wait."),
                new Problem.Line("NO_PAPER", null, "A paper is missing.", "Ask for it.")));
    stage.services().on("PUT /api/bookings/" + ID + "/no-show", _ -> Answer.problem(409, problem));
    var page = take("no-show");
    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("There is a problem", "The stay begins on 1 December.", "Wait.")
        .contains("A paper is missing.", "Ask for it.", "ABC-7");
    assertThat(stage.services().asked("PUT /api/bookings/" + ID + "/no-show").getLast().language())
        .isEqualTo("en");
  }

  private HttpResponse<String> find(String reference) {
    return stage
        .signedIn("caseworker-op-home")
        .get("/desk?reference=" + reference, "Accept-Language", "en");
  }

  private HttpResponse<String> take(String step) {
    var caseworker = stage.signedIn("caseworker-op-home");
    var token = Browser.hidden(caseworker.get("/desk?reference=ABC-7").body(), "_csrf");
    return caseworker.post("/desk/ABC-7/" + step, Map.of("_csrf", token), "Accept-Language", "en");
  }

  private void theBookingIs(BookingStatus status) {
    stage.services().on("GET /api/desk/bookings", _ -> booking(status));
  }

  private static Answer booking(BookingStatus status) {
    var from = LocalDate.of(2026, 12, 1);
    return Answer.json(
        200,
        new Booking(
            ID,
            "ABC-7",
            "graduate-housing",
            "gh-002.studio",
            "gh-002",
            from,
            from.plusDays(3),
            3,
            status,
            null));
  }
}
