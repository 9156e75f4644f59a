package city.huiwei.booking.booking;

import static city.huiwei.booking.TestCity.LAST_ROOM;
import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.TestCity.today;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many at once, through both services. */
class BookingRaceTest {

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(30);
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
  void ofTwoHundredAtOnceExactlyOneGetsTheLastRoomAndTheOthersHearThatNoneIsLeft() {
    var reserving = city.bean(Reserving.class);
    var lastRoom = new BookingRequest(LAST_ROOM, today().plusDays(3), today().plusDays(6));
    var outcomes =
        atOnce(200, person -> reserving.book(graduate("graduate-" + person), "key", lastRoom));
    assertThat(outcomes).filteredOn(Outcome.Agreed.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome ->
            outcome instanceof Outcome.Refused refused && refused.problem().equals("no-place-left"))
        .hasSize(199);
    assertThat(bookings("select count(*) from booking where status = 'CONFIRMED'")).isEqualTo(1);
    assertThat(bookings("select sum(spent)::bigint from entitlement")).isEqualTo(3);
    assertThat(count(city.inventoryDatabase(), "select count(*) from hold where state = 'FIRM'"))
        .isEqualTo(1);
  }

  @Test
  void onePersonWithTwentyWishesAtOnceGetsFifteenNightsAndNoMore() {
    assertThat(nightsOfOnePersonWithTwentyWishes()).isEqualTo(15);
  }

  @Test
  void onePersonAskingForTheSameNightsTwentyTimesGetsThemOnce() {
    assertThat(staysOfOnePersonInTheSameNights()).isEqualTo(1);
  }

  /** A service that has just started does not know the day, so it looks at everybody with care. */
  @Test
  void theSameWishAtOnceHasOneAnswerFromTheFirstMomentOn() {
    var reserving = city.bean(Reserving.class);
    for (int n = 0; n < 20; n++) {
      var person = graduate("graduate-4000" + n);
      city.bean(Requesting.class).heard(today().minusDays(1));
      var outcomes =
          atOnce(
              40,
              // Not all look at the same moment: some while the first is written.
              wish ->
                  reserving
                      .book(person, "key", stay(3, 4))
                      .delaySubscription(Duration.ofNanos(150_000L * wish)));
      assertThat(outcomes).hasOnlyElementsOfType(Outcome.Agreed.class);
      assertThat(outcomes)
          .extracting(it -> ((Outcome.Agreed) it).booking().id())
          .containsOnly(((Outcome.Agreed) outcomes.getFirst()).booking().id());
    }
  }

  private static long staysOfOnePersonInTheSameNights() {
    var reserving = city.bean(Reserving.class);
    var person = graduate("graduate-30002");
    atOnce(20, wish -> reserving.book(person, "key-" + wish, stay(3, 4)));
    return bookings("select count(*) from booking where status in ('REQUESTED', 'CONFIRMED')");
  }

  private static long bookings(String query) {
    return count(city.bookingDatabase(), query);
  }

  private static long nightsOfOnePersonWithTwentyWishes() {
    var reserving = city.bean(Reserving.class);
    var person = graduate("graduate-30001");
    atOnce(20, wish -> reserving.book(person, "key-" + wish, stay(3 + 5 * wish, 3 + 5 * wish + 3)));
    return count(
        city.bookingDatabase(),
        """
        select sum(upper(period) - lower(period))::bigint from booking
        where status in ('REQUESTED', 'CONFIRMED')
        """);
  }

  private static List<Outcome> atOnce(int people, IntFunction<Mono<Outcome>> asks) {
    return Flux.range(0, people)
        .flatMap(asks::apply, people)
        .collectList()
        .blockOptional(Duration.ofSeconds(60))
        .orElseThrow();
  }

  private static BookingRequest stay(int from, int to) {
    return new BookingRequest(POOL, today().plusDays(from), today().plusDays(to));
  }

  private static SignedIn graduate(String subject) {
    return new SignedIn(
        TestCity.issuer(),
        subject,
        Set.of(SignedIn.Role.APPLICANT),
        null,
        null,
        today().getYear(),
        null);
  }
}
