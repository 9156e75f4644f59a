package city.huiwei.booking.booking;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.TestCity.today;
import static city.huiwei.booking.booking.BookingApiTest.book;
import static city.huiwei.booking.booking.BookingApiTest.booked;
import static city.huiwei.booking.booking.BookingApiTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a crash leaves between two steps is driven on to its end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepingTest {

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(2);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    city.forgetEverything();
  }

  @Test
  void bookingsThatWereOnlyRequestedAreConfirmedAsFarAsThereAreRooms() {
    nobodySweeps();
    for (int person = 0; person < 5; person++) {
      leaveRequested(UUID.randomUUID());
    }
    city.restartBooking();
    awaitNothingBetweenTwoSteps();
    assertThat(bookings("CONFIRMED")).isEqualTo(2);
    assertThat(bookings("REFUSED")).isEqualTo(3);
    assertThat(count(city.bookingDatabase(), "select sum(spent)::bigint from entitlement"))
        .isEqualTo(6);
    assertHoldsEqualBookings();
  }

  @Test
  void aHoldThatWasTakenBeforeTheCrashBelongsToItsBooking() {
    nobodySweeps();
    var id = UUID.randomUUID();
    city.bean(Inventory.class)
        .hold(id, new HoldRequest(POOL, today().plusDays(3), today().plusDays(6), null))
        .block();
    leaveRequested(id);
    city.restartBooking();
    awaitNothingBetweenTwoSteps();
    assertThat(bookings("CONFIRMED")).isEqualTo(1);
    assertHoldsEqualBookings();
  }

  @Test
  void aCancellationThatInventoryNeverHeardOfIsToldIt() {
    var graduate = city.client("graduate-00020");
    var booking = booked(book(graduate, key(), POOL, 3, 6));
    Statements.run(
        city.bookingDatabase(),
        """
        update booking set status = 'CANCELLED', hold_due = 'RELEASE',
          driven_at = now() - interval '1 minute' where booking = '%s'
        """
            .formatted(booking.id()));
    awaitNothingBetweenTwoSteps();
    assertHoldsEqualBookings();
  }

  /** The last one: nobody is at inventory's address afterwards. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whileInventoryIsAwayTheAnswerIsBusyAndTheBookingWaits() {
    var graduate = city.client("graduate-00021");
    booked(book(graduate, key(), POOL, 3, 4));
    city.stopInventory();
    book(graduate, key(), POOL, 10, 12)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After");
    assertThat(bookings("REQUESTED")).isEqualTo(1);
  }

  /** What is left behind now is found by the service that starts next. */
  private static void nobodySweeps() {
    city.bean(Sweeping.class).stop();
  }

  /** As a service leaves it that dies right after the first step. */
  private void leaveRequested(UUID id) {
    city.bookingDatabase()
        .sql(
            """
            with asked as (
              insert into booking (booking, reference, account, idempotency_key, programme, pool,
                site, operator, asked, period, status, driven_at)
              select :id, :reference, gen_random_uuid(), 'key', 'graduate-housing', :pool, 'gh-001',
                'op-home', stay, stay, 'REQUESTED', now() - interval '1 hour'
              from (select daterange(:from, :to) stay) dates
              returning *)
            insert into entitlement
            select account, programme, 15, upper(period) - lower(period), datemultirange(period)
            from asked
            """)
        .bind("id", id)
        .bind("reference", id.toString())
        .bind("pool", POOL)
        .bind("from", today().plusDays(3))
        .bind("to", today().plusDays(6))
        .then()
        .block();
  }

  private void awaitNothingBetweenTwoSteps() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            count(
                    city.bookingDatabase(),
                    """
                    select count(*) from booking
                    where status = 'REQUESTED' or hold_due is not null or driven_at is not null
                    """)
                == 0);
  }

  private long bookings(String status) {
    return count(
        city.bookingDatabase(), "select count(*) from booking where status = '" + status + "'");
  }

  private void assertHoldsEqualBookings() {
    var held =
        city.inventoryDatabase()
            .sql("select hold from hold where state in ('TIMED', 'FIRM') order by hold")
            .mapValue(UUID.class)
            .all()
            .collectList()
            .block();
    var confirmed =
        city.bookingDatabase()
            .sql("select booking from booking where status = 'CONFIRMED' order by booking")
            .mapValue(UUID.class)
            .all()
            .collectList()
            .block();
    assertThat(held).isEqualTo(confirmed);
  }
}
