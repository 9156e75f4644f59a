package city.huiwei.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"9144030071526726XG", "914403001922038216"})
  void publishedCodesOfRealFirmsHaveTheseChecks(String code) {
    assertThat(CreditCode.organisationCheck(code.substring(8, 16))).isEqualTo(code.charAt(16));
    assertThat(CreditCode.check(code.substring(0, 17))).isEqualTo(code.charAt(17));
  }

  @Test
  void everySampleFirmHasACodeOfItsOwnThatIsWhole() {
    var codes = IntStream.rangeClosed(1, 5000).mapToObj(CreditCode::ofSampleFirm).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(CreditCodeTest::isWhole);
  }

  /** Weighted by the standard's own list, and divisible by 31 with its check character. */
  private static boolean isWhole(String code) {
    int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1};
    var sum =
        IntStream.range(0, 18)
            .map(i -> "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.charAt(i)) * weights[i])
            .sum();
    return code.length() == 18 && sum % 31 == 0;
  }
}
