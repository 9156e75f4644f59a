package city.huiwei.booking.booking;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.today;
import static city.huiwei.booking.booking.BookingApiTest.book;
import static city.huiwei.booking.booking.BookingApiTest.booked;
import static city.huiwei.booking.booking.BookingApiTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.contract.FrontDesk;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the front desk is promised, in process and over HTTP alike. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FrontDeskContractTest {

  private TestCity city;
  private FrontDesk desk;
  private FrontDesk otherOperatorsDesk;

  /** The contract as that member of staff sees it. */
  abstract FrontDesk as(TestCity city, String person);

  /** How "not found" reads on this side of the contract; the others likewise. */
  abstract String notFound();

  abstract String wrongState();

  abstract String notTheDay();

  abstract String forbidden();

  @BeforeAll
  void open() {
    city = TestCity.withRooms(5);
    desk = as(city, "caseworker-op-home");
    otherOperatorsDesk = as(city, "manager-op-port");
  }

  @AfterAll
  void close() {
    city.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    city.forgetEverything();
  }

  @Test
  void aGuestIsFoundReceivedAndSeenOff() {
    var booking = stay(0, 3);
    var typed = booking.reference().toLowerCase(Locale.ROOT).replace("-", " ");
    assertThat(desk.find(typed).block()).isEqualTo(booking);

    var arrived = desk.checkIn(booking.id()).block();
    assertThat(arrived.status()).isEqualTo(BookingStatus.CHECKED_IN);
    assertThat(arrived.unit()).startsWith("gh-001-");
    assertThat(desk.checkIn(booking.id()).block()).isEqualTo(arrived);

    var left = desk.depart(booking.id()).block();
    assertThat(left.status()).isEqualTo(BookingStatus.DEPARTED);
    assertThat(left.to()).isEqualTo(today().plusDays(1));
    assertThat(desk.depart(booking.id()).block()).isEqualTo(left);
  }

  @Test
  void aGuestWhoNeverCameIsNotedOnce() {
    var booking = stay(0, 3);
    var noShow = desk.noShow(booking.id()).block();
    assertThat(noShow.status()).isEqualTo(BookingStatus.NO_SHOW);
    assertThat(desk.noShow(booking.id()).block()).isEqualTo(noShow);
    assertThatThrownBy(() -> desk.checkIn(booking.id()).block()).hasMessageContaining(wrongState());
  }

  @Test
  void nobodyIsReceivedBeforeTheDayNorSeenOffBeforeTheyCame() {
    var booking = stay(1, 3);
    assertThatThrownBy(() -> desk.checkIn(booking.id()).block()).hasMessageContaining(notTheDay());
    assertThatThrownBy(() -> desk.noShow(booking.id()).block()).hasMessageContaining(notTheDay());
    assertThatThrownBy(() -> desk.depart(booking.id()).block()).hasMessageContaining(wrongState());
  }

  @Test
  void anotherOperatorsGuestIsNotThere() {
    var booking = stay(0, 3);
    assertThatThrownBy(() -> otherOperatorsDesk.find(booking.reference()).block())
        .hasMessageContaining(notFound());
    assertThatThrownBy(() -> otherOperatorsDesk.checkIn(booking.id()).block())
        .hasMessageContaining(notFound());
    assertThatThrownBy(() -> desk.checkIn(UUID.randomUUID()).block())
        .hasMessageContaining(notFound());
  }

  @Test
  void guestsDoNotCheckThemselvesIn() {
    var booking = stay(0, 3);
    var guest = as(city, "graduate-00001");
    assertThatThrownBy(() -> guest.checkIn(booking.id()).block()).hasMessageContaining(forbidden());
  }

  private Booking stay(int from, int to) {
    return booked(book(city.client("graduate-00001"), key(), POOL, from, to));
  }
}
