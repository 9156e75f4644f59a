package city.huiwei.booking.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The protocol, byte for byte. */
class VectorTest {

  private static final String COMMITMENT =
      "be887ecaac7d15a5074481f50d4e7092cc524a4ca686f54c9b00bff16709ac8b";
  private static final String ROOT =
      "344aa3e6f1dffce913b7d40a3a31bbfd5273995d1728a8d8354324fca656ace9";
  private static final String KEY =
      "3a78484953536f4f85020fe6870df8fe4ce6b8f945efe5742b889be09b05f7e8";
  private static final String RANKS =
      """
      1 7c1696c142c892af006091282434503b 0689a648434a2015193be9e765675411c41e08465ea704af3ff5881ae788ceb4
      2 737ce60fccf9da889f4605c0a20479b5 30203e4d98554cd853c2df9288bb9cd4aa29190f76cdd4d5c5b95a664afcf7a8
      3 f7ff995951d4920ad9e322c26aae2cf8 46501a1b6e7e7c9c7a1082478f629bde66a333f0c607198abd4825ef6f00b384
      4 e2dee88df5463dc7b5408011bacbb1f3 5af3dc67897c58d12211ee752f4d1ae1a0039064eb26a6ee975bc3161e9c251b
      5 dd7bbd015231cb79511479efe7cf2e7a ccf3a0e6998836e85b8fa672ccc8acfb5961144a4df1348b25c0180c041fd9d2
      """;

  @Test
  void theVectorComesOutByteForByte() {
    var drawn = Samples.drawn(Samples.frozen(Samples.vector()), Samples.SEED);
    assertThat(drawn.announced().commitment().hex()).isEqualTo(COMMITMENT);
    assertThat(drawn.root().hex()).isEqualTo(ROOT);
    assertThat(drawn.key().hex()).isEqualTo(KEY);
    assertThat(ranks(drawn)).isEqualTo(RANKS);
  }

  @Test
  void theOrderOfTheInputChangesNothing() {
    var random = new Random(20261201);
    var tickets = new ArrayList<>(Samples.vector());
    for (var shuffle = 0; shuffle < 120; shuffle++) {
      Collections.shuffle(tickets, random);
      assertThat(ranks(Samples.drawn(Samples.frozen(tickets), Samples.SEED))).isEqualTo(RANKS);
    }
  }

  private static String ranks(DrawnList drawn) {
    var lines = new StringBuilder();
    for (var ticket : drawn.tickets()) {
      lines.append(
          "%d %s %s%n".formatted(ticket.rank(), ticket.ticket().ticket(), ticket.number().hex()));
    }
    return lines.toString();
  }
}
