package city.huiwei.booking.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.booking.form.Question;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told in codes is known on both sides of the contract. */
class VoicingTest {

  @Test
  void theContractKnowsEveryStateAndChannel() {
    assertThat(names(city.huiwei.booking.contract.ApplicationState.values()))
        .isEqualTo(names(ApplicationState.values()));
    assertThat(names(city.huiwei.booking.contract.Channel.values()))
        .isEqualTo(names(Channel.values()));
  }

  @Test
  void theContractKnowsEveryKindOfQuestion() {
    assertThat(names(WordedQuestion.Kind.values())).containsAll(names(Question.Kind.values()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).sorted().toList();
  }
}
