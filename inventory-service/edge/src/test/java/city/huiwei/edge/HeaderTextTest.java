package city.huiwei.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The plain loop over a header refuses what the strict firewall's own patterns refuse. */
class HeaderTextTest {

  private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
  private static final Pattern VALUE =
      Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

  @Test
  void everyLetterIsJudgedAsThePatternsDo() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(letter -> !Character.isSurrogate((char) letter))
                .filter(letter -> isJudgedOtherwise("a" + (char) letter + "b"))
                .mapToObj("U+%04X"::formatted))
        .isEmpty();
  }

  private static boolean isJudgedOtherwise(String header) {
    return ApiSecurity.isText(header, false) != NAME.matcher(header).matches()
        || ApiSecurity.isText(header, true) != VALUE.matcher(header).matches();
  }
}
