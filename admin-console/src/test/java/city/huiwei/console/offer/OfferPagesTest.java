package city.huiwei.console.offer;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.OfferDesk.OfferLine;
import city.huiwei.booking.contract.OfferDesk.OfferList;
import city.huiwei.booking.contract.OfferDesk.Stall;
import city.huiwei.booking.contract.OfferDesk.State;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offers over HTTP, with a server that speaks booking-service's contract. */
class OfferPagesTest {

  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");

  private final Stage stage = Stage.open();

  @ParameterizedTest
  @CsvSource({
    "live, stalled=false",
    "stalled, stalled=true",
    "lapsed, state=LAPSED",
    "refused, state=REFUSED"
  })
  void eachListAsksForItsOffers(String show, String asked) {
    theOffersAre(List.of(offer(List.of())));
    assertThat(look(show)).contains("ABCDE-12345", "ec-001-0101", "Answer awaited");
    assertThat(stage.services().asked("GET /api/operator/offers?").getLast().address())
        .contains(asked);
  }

  @Test
  void whatStallsSaysWhatToDo() {
    theOffersAre(List.of(offer(List.of(Stall.LITTLE_TIME_LEFT, Stall.INVENTORY_SILENT))));
    assertThat(look("stalled"))
        .contains("Little time left", "remind the applicant", "Inventory is silent");
  }

  @Test
  void whereNothingStallsThereIsNothingToDo() {
    theOffersAre(List.of());
    assertThat(look("stalled")).contains("All offers go their way");
  }

  private String look(String show) {
    return stage
        .signedIn("caseworker-op-care")
        .get("/offers?show=" + show, "Accept-Language", "en")
        .body();
  }

  private void theOffersAre(List<OfferLine> offers) {
    stage
        .services()
        .on("GET /api/operator/offers", _ -> Answer.json(200, new OfferList(offers, null)));
  }

  private static OfferLine offer(List<Stall> stalled) {
    return new OfferLine(
        ID,
        ID,
        "ABCDE-12345",
        "elder-care",
        "ec-001",
        List.of("ec-001.female"),
        List.of("ec-001-0101"),
        LocalDate.of(2026, 12, 1),
        State.OPEN,
        NOW,
        NOW,
        90,
        1,
        stalled);
  }
}
