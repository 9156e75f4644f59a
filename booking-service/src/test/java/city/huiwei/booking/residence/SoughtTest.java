package city.huiwei.booking.residence;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ResidenceDesk;
import city.huiwei.booking.contract.ResidenceDesk.Which;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every residence is in a list that staff look at. */
class SoughtTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @ParameterizedTest
  @EnumSource(ResidenceState.class)
  void everyStateIsInAList(ResidenceState state) {
    assertThat(Which.values())
        .anyMatch(which -> {
          var sought = Sought.of(which, TODAY);
          return sought.states().contains(state)
              && !sought.needsAnother()
              && sought.lookDue() == null;
        });
  }

  @Test
  void aLookIsDueForAMonthBeforeItsDay() {
    assertThat(Sought.of(Which.LOOK_DUE, TODAY).lookDue()).isEqualTo(TODAY.plusMonths(1));
  }

  @Test
  void theContractKnowsEveryStateAndStep() {
    assertThat(names(ResidenceDesk.State.values())).isEqualTo(names(ResidenceState.values()));
    assertThat(names(ResidenceDesk.Step.values())).isEqualTo(names(ResidenceStep.values()));
  }

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).sorted().collect(Collectors.joining(" "));
  }
}
