package city.huiwei.booking.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service publishes comes out of a few lines of shell and openssl too. */
@NullUnmarked
class OpensslTest {

  private static final int SAMPLE = 60;
  private static final String SCRIPT = "src/main/resources/static/draws/check.sh";

  private static TestCity city;
  private static String published;
  private static String vector;
  @TempDir Path folder;

  @BeforeAll
  static void aDrawIsPublished() {
    city = TestCity.withRooms(1);
    city.bean(Freezing.class).stop();
    var draw = SampleDraws.newId();
    city.bean(Announcing.class).announce(SampleDraws.announcement(draw), "office").block();
    sample().forEach(ticket -> city.bean(Tickets.class).enter(draw, ticket).block());
    SampleDraws.publish(city, draw);
    published = read(draw);
    SampleDraws.publishVector(city);
    vector = read(SampleDraws.VECTOR);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  /** An odd number of tickets on several levels of the tree, with one, two and three chances. */
  private static Stream<Ticket> sample() {
    var random = new Random(20261201);
    return IntStream.rangeClosed(0, SAMPLE)
        .mapToObj(n ->
            new Ticket(
                "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                n % 3 == 0 ? "first-time" : "general",
                1 + n % 3,
                SampleDraws.sha256("choices " + n)));
  }

  @Test
  void aPublishedDrawIsFoundRight() throws IOException, InterruptedException {
    assertThat(checked(published))
        .contains("right commitment", "right root", "right key")
        .contains("right numbers and ranks of %d tickets".formatted(SAMPLE + 1));
  }

  @Test
  void theVectorIsFoundRight() throws IOException, InterruptedException {
    assertThat(checked(vector))
        .contains("344aa3e6f1dffce913b7d40a3a31bbfd5273995d1728a8d8354324fca656ace9")
        .contains("3a78484953536f4f85020fe6870df8fe4ce6b8f945efe5742b889be09b05f7e8")
        .contains("right numbers and ranks of 5 tickets");
  }

  /** The control: whatever is changed is found. */
  @ParameterizedTest
  @CsvSource({
    "'\"witnessDigits\":\"3 1 4 1 5 9 2 6\"', '\"witnessDigits\":\"3 1 4 1 5 9 2 7\"', WRONG key",
    "'\"chances\":2', '\"chances\":3', WRONG root",
    "'\"count\":5', '\"count\":6', WRONG count",
    "'\"rank\":2', '\"rank\":3', WRONG ticket",
    "be887eca, be887ecb, WRONG commitment",
    "0689a648, 0689a647, WRONG ticket 7c1696c142c892af006091282434503b"
  })
  void aTamperedDrawIsFoundWrong(String there, String tampered, String finding)
      throws IOException, InterruptedException {
    assertThat(vector).contains(there);
    assertThat(checked(vector.replace(there, tampered))).contains(finding);
  }

  private String checked(String json) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("draw.json"), json);
    var check =
        new ProcessBuilder("bash", SCRIPT, file.toString()).redirectErrorStream(true).start();
    var said = new String(check.getInputStream().readAllBytes(), UTF_8);
    assertThat(check.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(check.exitValue() == 0).as(said).isEqualTo(!said.contains("WRONG"));
    return said;
  }

  private static String read(String draw) {
    return new String(
        city.client()
            .get()
            .uri("/api/draws/" + draw)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody(),
        UTF_8);
  }
}
