package city.huiwei.booking.batch;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.batch.Desk.drawn;
import static city.huiwei.booking.batch.Desk.key;
import static city.huiwei.booking.batch.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everybody registers in the first minute; {@code -Dbatch.entries=20000} for a whole city. How fast
 * it was is printed, for a busy machine's time proves nothing.
 */
@NullUnmarked
class RushTest {

  private static final int ENTRIES = Integer.getInteger("batch.entries", 2_000);
  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(40);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void everybodyIsInTheDrawOnce() {
    var batch = new Desk(city).open(drawn(40, 30, 45));
    var people = people();
    var http = WebClient.builder().baseUrl(city.address()).build();
    var begin = System.nanoTime();
    var answers =
        Flux.fromIterable(people)
            .flatMap(token -> enter(http, batch, token), AT_ONCE)
            .collectList()
            .block(Duration.ofMinutes(10));
    var seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%d registrations in %.1f s: %.0f a second%n", ENTRIES, seconds, ENTRIES / seconds);
    assertThat(answers).hasSize(ENTRIES).allMatch(status -> status.value() == 201);
    assertThat(in("batch_entry where state = 'ENTERED' and batch = '" + batch + "'"))
        .isEqualTo(ENTRIES);
    assertThat(in("draw_ticket where draw = 'graduate-housing-" + batch + "'")).isEqualTo(ENTRIES);
  }

  /** Every hundredth has no verified graduation and would be refused. */
  private static List<String> people() {
    var tokens = new ArrayList<String>();
    for (int person = 1; tokens.size() < ENTRIES; person++) {
      if (person % 100 != 0) {
        tokens.add(TestCity.token("graduate-%05d".formatted(person)));
      }
    }
    return tokens;
  }

  private static Mono<HttpStatusCode> enter(WebClient http, String batch, String token) {
    return http.post()
        .uri("/api/batches/{batch}/entries", batch)
        .headers(headers -> headers.setBearerAuth(token))
        .header("Idempotency-Key", key())
        .bodyValue(Map.of("wishes", List.of(wish(POOL, 31, 34))))
        .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
        .timeout(PATIENCE);
  }

  private static long in(String table) {
    return count(city.bookingDatabase(), "select count(*) from " + table);
  }
}
