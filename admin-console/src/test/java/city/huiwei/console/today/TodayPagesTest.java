package city.huiwei.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.AppealDesk.AppealLine;
import city.huiwei.booking.contract.AppealDesk.OpenAppeals;
import city.huiwei.booking.contract.AppealDesk.Owner;
import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.GuestDesk.Lines;
import city.huiwei.booking.contract.GuestDesk.Today;
import city.huiwei.booking.contract.OfferDesk;
import city.huiwei.booking.contract.OfferDesk.OfferList;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceList;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over HTTP, with a server that speaks booking-service's contracts. */
class TodayPagesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");

  private final Stage stage = Stage.open();

  @Test
  void eachThingToBeDoneLeadsToWhereItIsDone() {
    services(
        new Lines(1, List.of(booking("ARRIV-11111", BookingStatus.CONFIRMED))),
        new Lines(2, List.of(booking("LEAVE-11111", BookingStatus.CHECKED_IN))),
        new Lines(1, List.of(booking("GHOST-11111", BookingStatus.CONFIRMED))));
    offers(List.of(offer()));
    applications(List.of(application()));
    appeals(List.of(appeal()));
    var page = page();
    assertThat(page)
        .contains("/desk?reference=ARRIV-11111", "/desk?reference=LEAVE-11111")
        .contains("/desk?reference=GHOST-11111", "Record no-show", "The first 1 are shown")
        .contains("/appeals/" + ID, "/review/" + ID, "OFFER-11111", "Overdue", "APPEA-11111")
        .doesNotContain("Everything is done");
    assertThat(stage.services().asked("GET /api/operator/applications?").getLast().address())
        .contains("state=SUBMITTED", "days=3");
    assertThat(stage.services().asked("GET /api/operator/offers?").getLast().address())
        .contains("stalled=true");
  }

  @Test
  void whereNothingIsToBeDoneThePageSaysSo() {
    var none = new Lines(0, List.of());
    services(none, none, none);
    offers(List.of());
    applications(List.of());
    appeals(List.of());
    assertThat(page()).contains("Everything is done").doesNotContain("Arrivals</h2>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "administrator", "graduate-00001"})
  void whoIsNotStaffHasNoDay(String person) {
    assertThat(stage.signedIn(person).get("/today").statusCode()).isEqualTo(403);
  }

  private String page() {
    var answer = stage.signedIn("caseworker-op-home").get("/today", "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private void services(Lines arrivals, Lines departures, Lines missing) {
    var today = new Today(DAY, arrivals, departures, missing);
    stage.services().on("GET /api/operator/today", _ -> Answer.json(200, today));
    stage
        .services()
        .on(
            "GET /api/operator/residences",
            _ -> Answer.json(200, new ResidenceList(List.of(), null)));
  }

  private void offers(List<OfferDesk.OfferLine> lines) {
    stage
        .services()
        .on("GET /api/operator/offers", _ -> Answer.json(200, new OfferList(lines, null)));
  }

  private void applications(List<ApplicationLine> lines) {
    stage
        .services()
        .on(
            "GET /api/operator/applications",
            _ -> Answer.json(200, new ApplicationList(lines, null)));
  }

  private void appeals(List<AppealLine> lines) {
    stage.services().on("GET /api/operator/appeals", _ -> Answer.json(200, new OpenAppeals(lines)));
  }

  private static Booking booking(String reference, BookingStatus status) {
    return new Booking(
        ID,
        reference,
        "graduate-housing",
        "gh-001.studio",
        "gh-001",
        DAY,
        DAY.plusDays(3),
        3,
        status,
        status == BookingStatus.CHECKED_IN ? "gh-001-0201" : null);
  }

  private static OfferDesk.OfferLine offer() {
    return new OfferDesk.OfferLine(
        ID,
        ID,
        "OFFER-11111",
        "elder-care",
        "ec-001",
        List.of("ec-001.female-0-2"),
        List.of(),
        DAY,
        OfferDesk.State.OPEN,
        Instant.now(),
        Instant.now(),
        5,
        0,
        List.of(OfferDesk.Stall.LITTLE_TIME_LEFT));
  }

  private static ApplicationLine application() {
    return new ApplicationLine(
        ID,
        "WAITS-11111",
        "elder-care",
        ApplicationState.SUBMITTED,
        Channel.ONLINE,
        1,
        Instant.now(),
        Instant.now(),
        Instant.now());
  }

  private static AppealLine appeal() {
    return new AppealLine(
        ID,
        "APPEA-11111",
        ID,
        null,
        "?",
        Owner.NOBODY,
        Instant.now(),
        Instant.now(),
        Instant.now(),
        null,
        null,
        null);
  }
}
