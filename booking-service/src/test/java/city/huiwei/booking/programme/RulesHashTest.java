package city.huiwei.booking.programme;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import org.junit.jupiter.api.Test;

/** Equal rules have equal hashes, and no figure changes unseen. */
class RulesHashTest {

  @Test
  void oneFigureMakesAnotherHash() {
    var hash = TestRules.elderCare(1).rulesHash();
    assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(TestRules.elderCare(1).rulesHash());
    assertThat(TestRules.elderCare(2).rulesHash()).isNotEqualTo(hash);
    assertThat(TestRules.industrialSpace().rulesHash()).isNotEqualTo(hash);
  }
}
