package city.huiwei.booking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.application.ApplicationState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An application's way, as its applicant sees it. */
class StepTest {

  private static final Instant CHECK_BY = Instant.parse("2026-12-11T10:00:00Z");
  private static final Instant ANSWER_BY = Instant.parse("2026-12-03T10:00:00Z");
  private static final Instant OBJECT_BY = Instant.parse("2026-12-25T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DRAFT      | *sending, check, offer, move",
        "SUBMITTED  | sent, *check, offer, move",
        "VERIFIED   | sent, verified, *second-check, offer, move",
        "QUEUED     | sent, checked, *offer, move",
        "OFFERED    | sent, checked, offered, *answer, move",
        "ACCEPTED   | sent, checked, offered, accepted, *booking, move",
        "BOOKED     | sent, checked, offered, booked, *move",
        "ENDED      | sent, checked, booked, ended",
        "WITHDRAWN  | sent, checked, withdrawn",
        "INELIGIBLE | sent, ineligible, *object",
        "DORMANT    | sent, checked, dormant, *wake"
      })
  void theNextStepIsNamed(ApplicationState state, String way) {
    assertThat(steps(state, OBJECT_BY, false))
        .extracting(step -> (step.isNext() ? "*" : "") + step.name())
        .containsExactly(way.split(", "));
  }

  @Test
  void whatIsDueHasItsMoment() {
    assertThat(next(ApplicationState.SUBMITTED)).isEqualTo(CHECK_BY);
    assertThat(next(ApplicationState.OFFERED)).isEqualTo(ANSWER_BY);
    assertThat(next(ApplicationState.INELIGIBLE)).isEqualTo(OBJECT_BY);
  }

  @Test
  void whenTheTimeToObjectIsOverThatIsNoStepAnyMore() {
    assertThat(steps(ApplicationState.INELIGIBLE, null, false)).noneMatch(Step::isNext);
  }

  @Test
  void whoHasMovedInLivesThere() {
    assertThat(steps(ApplicationState.BOOKED, null, true).getLast().name()).isEqualTo("living");
  }

  @Test
  void aDraftThatWasGivenUpWasNeverSent() {
    var withdrawn = Map.of(ApplicationState.WITHDRAWN, Instant.EPOCH);
    var reached = new Reached(withdrawn, withdrawn, null, null, null, false);
    assertThat(Step.of(ApplicationState.WITHDRAWN, reached))
        .extracting(Step::name)
        .containsExactly("withdrawn");
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasWords(ApplicationState state) {
    var said = ResourceBundle.getBundle("booking-messages").keySet();
    assertThat(said).contains("progress.state." + state);
    for (var step : steps(state, OBJECT_BY, state == ApplicationState.BOOKED)) {
      assertThat(said).contains("progress.step." + step.name());
      if (step.isNext()) {
        assertThat(said).contains("progress.step." + step.name() + ".next");
      }
    }
  }

  private static @Nullable Instant next(ApplicationState state) {
    return steps(state, OBJECT_BY, false).stream()
        .filter(Step::isNext)
        .findFirst()
        .orElseThrow()
        .at();
  }

  private static List<Step> steps(
      ApplicationState state, @Nullable Instant objectBy, boolean movedIn) {
    var moments =
        Arrays.stream(ApplicationState.values())
            .collect(Collectors.toMap(Function.identity(), _ -> Instant.EPOCH));
    return Step.of(state, new Reached(moments, moments, CHECK_BY, ANSWER_BY, objectBy, movedIn));
  }
}
