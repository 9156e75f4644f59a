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
    IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(letter -> !Character.isSurrogate((char) letter))
        .mapToObj(letter -> "a" + (char) letter + "b")
        .forEach(header -> {
          assertThat(ApiSecurity.isText(header, false))
              .as("name with U+%04X", (int) header.charAt(1))
              .isEqualTo(NAME.matcher(header).matches());
          assertThat(ApiSecurity.isText(header, true))
              .as("value with U+%04X", (int) header.charAt(1))
              .isEqualTo(VALUE.matcher(header).matches());
        });
  }
}
