package city.huiwei.booking.guest;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.today;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.Doors;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.FrontDesk;
import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.booking.contract.GuestDesk.State;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose the stays on a chart are, and who comes and goes, over HTTP. */
@NullUnmarked
class GuestDeskTest {

  private static TestCity city;
  private static GuestDesk desk;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(5);
    city.addBeds("ec-002", 1, 2, 4);
    desk = Doors.overHttp(city, "caseworker-op-home", GuestDesk.class);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void nobodyIsThere() {
    city.forgetEverything();
    Statements.run(city.inventoryDatabase(), "update stock set version = version + 1");
  }

  @Test
  void aBookingIsRecognizedByItsHoldAndMovesOnWithTheGuest() {
    var booking = booked(1, 0, 3);
    var guests = desk.guests(List.of(booking.id(), UUID.randomUUID())).block();
    assertThat(guests)
        .containsExactly(
            new Guest(booking.id(), booking.reference(), null, State.EXPECTED, null, null));
    Doors.overHttp(city, "caseworker-op-home", FrontDesk.class).checkIn(booking.id()).block();
    assertThat(desk.guests(List.of(booking.id())).block())
        .extracting(Guest::state)
        .containsExactly(State.HERE);
    // Nobody can be moved who has the key.
    assertThat(TestCity.count(city.inventoryDatabase(), "select count(*) from hold where pinned"))
        .isOne();
  }

  @Test
  void anOfferIsRecognizedWithANameThatIsMasked() {
    var families = new Families(city);
    var application =
        families.queued("family-00001", "elder-care", elder(1), "caseworker-op-care", findings(3));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            families
                .look("family-00001", application)
                .at("/offers/0/state")
                .asString("")
                .equals("OPEN"));
    var offer =
        UUID.fromString(families.look("family-00001", application).at("/offers/0/id").asString());
    var care = Doors.overHttp(city, "caseworker-op-care", GuestDesk.class);
    var guest = care.guests(List.of(offer)).block().getFirst();
    assertThat(guest.name()).endsWith("****").hasSize(5);
    assertThat(guest.application()).hasToString(application);
    assertThat(guest.state()).isEqualTo(State.OFFERED);
    assertThat(desk.guests(List.of(offer)).block()).as("another operator's").isEmpty();
  }

  @Test
  void ofAnotherOperatorsGuestsNothingIsSaid() {
    var booking = booked(1, 0, 3);
    var theirs = Doors.overHttp(city, "manager-op-port", GuestDesk.class);
    assertThat(theirs.guests(List.of(booking.id())).block()).isEmpty();
    assertThat(theirs.today().block().arrivals().all()).isZero();
  }

  @Test
  void theDayHasWhoComesWhoGoesAndWhoIsMissing() {
    var coming = booked(1, 0, 3);
    booked(2, 1, 3);
    var missing = booked(3, 0, 3);
    var leaving = booked(4, 0, 3);
    Doors.overHttp(city, "caseworker-op-home", FrontDesk.class).checkIn(leaving.id()).block();
    backdate(missing, 1);
    backdate(leaving, 3);
    var day = desk.today().block();
    assertThat(day.day()).isEqualTo(today());
    assertThat(day.arrivals().first()).extracting(Booking::id).containsExactly(coming.id());
    assertThat(day.missing().first()).extracting(Booking::id).containsExactly(missing.id());
    assertThat(day.departures().first()).extracting(Booking::id).containsExactly(leaving.id());
    assertThat(day.departures().first().getFirst().unit()).startsWith("gh-001-");
  }

  @Test
  void moreHoldsThanMayBeAskedForTogetherAreRefused() {
    var many = Collections.nCopies(GuestDesk.MOST_HOLDS + 1, UUID.randomUUID());
    assertThatThrownBy(() -> desk.guests(many).block()).hasMessageContaining("413");
  }

  @ParameterizedTest
  @CsvSource({"monitor", "administrator", "graduate-00001"})
  void whoIsNotStaffHasNoGuests(String person) {
    var theirs = Doors.overHttp(city, person, GuestDesk.class);
    assertThatThrownBy(() -> theirs.guests(List.of()).block()).hasMessageContaining("403");
    assertThatThrownBy(() -> theirs.today().block()).hasMessageContaining("403");
  }

  private static Booking booked(int person, int from, int to) {
    return city.client("graduate-%05d".formatted(person))
        .post()
        .uri("/api/bookings")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .bodyValue(Map.of("pool", POOL, "from", today().plusDays(from), "to", today().plusDays(to)))
        .exchange()
        .expectStatus()
        .is2xxSuccessful()
        .expectBody(Booking.class)
        .returnResult()
        .getResponseBody();
  }

  private static void backdate(Booking booking, int days) {
    Statements.run(
        city.bookingDatabase(),
        """
        update booking set period = daterange(lower(period) - %1$d, upper(period) - %1$d)
        where booking = '%2$s'
        """
            .formatted(days, booking.id()));
  }
}
