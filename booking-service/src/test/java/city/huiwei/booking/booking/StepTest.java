package city.huiwei.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A booking's way, as its owner sees it. */
class StepTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REQUESTED  | requested, *confirmation",
        "REFUSED    | requested, refused",
        "CONFIRMED  | requested, confirmed, *check-in, departure",
        "CANCELLED  | requested, confirmed, cancelled",
        "CHECKED_IN | requested, confirmed, checked-in, *departure",
        "DEPARTED   | requested, confirmed, checked-in, departed",
        "NO_SHOW    | requested, confirmed, no-show"
      })
  void theNextStepIsNamed(BookingStatus status, String way) {
    assertThat(steps(status))
        .extracting(step -> (step.isNext() ? "*" : "") + step.name())
        .containsExactly(way.split(", "));
  }

  @Test
  void arrivalAndDepartureHaveTheirDays() {
    assertThat(steps(BookingStatus.CONFIRMED)).extracting(Step::day).contains(FROM, TO);
  }

  @Test
  void theDayOfTheRequestIsTheCitysDay() {
    // In Shenzhen the last hours of the day in Greenwich belong to the next day.
    var id = UuidCreator.getTimeOrderedEpoch(Instant.parse("2026-11-23T16:00:00Z"));

    assertThat(Step.of(booking(id, BookingStatus.CONFIRMED), CITY).getFirst().day())
        .isEqualTo(LocalDate.of(2026, 11, 24));
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasWords(BookingStatus status) {
    var words = ResourceBundle.getBundle("booking-messages").keySet();

    assertThat(steps(status))
        .allSatisfy(step -> {
          assertThat(words).contains("step." + step.name());
          if (step.isNext()) {
            assertThat(words).contains("step." + step.name() + ".next");
          }
        });
  }

  private static List<Step> steps(BookingStatus status) {
    return Step.of(booking(UuidCreator.getTimeOrderedEpoch(), status), CITY);
  }

  private static Booking booking(UUID id, BookingStatus status) {
    return new Booking(
        id,
        "MC8CS-HCYWG",
        "graduate-housing",
        "gh-001.studio",
        "gh-001",
        FROM,
        TO,
        3,
        status,
        null);
  }
}
