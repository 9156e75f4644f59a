package city.huiwei.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

  @Test
  void everyWrongCharacterIsFound() {
    var random = new Random(1);
    for (int round = 0; round < 200; round++) {
      var sound = Reference.random(random);
      assertThat(Reference.isSound(sound)).isTrue();
      for (int place = 0; place < sound.length(); place++) {
        for (char other : ALPHABET.toCharArray()) {
          if (sound.charAt(place) != '-' && sound.charAt(place) != other) {
            var wrong = new StringBuilder(sound);
            wrong.setCharAt(place, other);
            assertThat(Reference.isSound(wrong.toString())).as(wrong.toString()).isFalse();
          }
        }
      }
    }
  }

  @Test
  void whatPeopleTypeIsReadGenerously() {
    assertThat(Reference.normal(" k7mqw 2rtx8 ")).isEqualTo("K7MQW-2RTX8");
    assertThat(Reference.normal("K7MQW-2RTX8")).isEqualTo("K7MQW-2RTX8");
  }
}
