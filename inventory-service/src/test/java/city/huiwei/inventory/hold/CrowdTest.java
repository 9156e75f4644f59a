package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.TestCity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** More people than a lane can take, and people who do not wait for their answer. */
@NullUnmarked
class CrowdTest {

  private static final int BATCH = 4;
  private static final int QUEUE = 10;
  private static final LocalDate FROM = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;
  private static WebClient http;

  @BeforeAll
  static void start() {
    service =
        TestCity.start(
            "huiwei.hold.batch=" + BATCH, "huiwei.hold.queue=" + QUEUE, "huiwei.hold.lock=false");
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 100);
    http =
        WebClient.builder()
            .baseUrl(TestCity.address(service))
            .defaultHeaders(
                headers -> headers.setBearerAuth(TestCity.signIn().serviceToken("booking-service")))
            .build();
    // The lanes' rows are there from the first request on.
    hold(UUID.randomUUID()).block();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    Statements.run(database, "truncate hold, hold_change");
  }

  /** The lane stands still, so whoever has an answer had it without waiting. */
  @Test
  void whoFindsTheQueueFullHearsSoAtOnceAndTheOthersAreServed() {
    var answers =
        database
            .inConnection(connection ->
                Mono.from(connection.beginTransaction())
                    .thenMany(Flux.from(connection.createStatement("lock table lane").execute()))
                    .then(
                        Mono.defer(() -> {
                          var waiting =
                              Flux.range(0, 100)
                                  .flatMap(_ -> hold(UUID.randomUUID()), 100)
                                  .replay();
                          var all = waiting.connect();
                          return waiting
                              .take(100 - BATCH - QUEUE)
                              .collectList()
                              .flatMap(early ->
                                  Mono.from(connection.rollbackTransaction())
                                      .then(waiting.collectList())
                                      .map(late -> List.of(early, late)))
                              .doFinally(_ -> all.dispose());
                        })))
            .block(Duration.ofSeconds(30));
    var early = requireNonNull(answers).getFirst();
    assertThat(early).hasSize(100 - BATCH - QUEUE).allMatch("503 Retry-After: 1"::equals);
    var all = answers.getLast().stream().collect(Collectors.groupingBy(it -> it));
    // The batch that stands still has one or more, for who comes first does not wait for others.
    assertThat(all.get("200")).hasSizeBetween(1 + QUEUE, BATCH + QUEUE);
    assertThat(all).hasSize(2);
    assertThat(count("select count(*) from hold where state = 'FIRM'"))
        .isEqualTo(all.get("200").size());
  }

  /** What was asked is answered and kept, though nobody hears it; no transaction stays open. */
  @Test
  void whoGoesAwayLeavesNoTransactionOpenAndTheOthersUntouched() {
    for (int round = 0; round < 20; round++) {
      var gone = Flux.range(0, 10).flatMap(_ -> hold(UUID.randomUUID()), 10).subscribe();
      Mono.delay(Duration.ofMillis(round)).block();
      gone.dispose();
      assertThat(hold(UUID.randomUUID()).retry(20).block()).isIn("200", "503 Retry-After: 1");
    }
    Mono.delay(Duration.ofMillis(200), Schedulers.parallel()).block();
    assertThat(
            count(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and state like 'idle in transaction%'
                """))
        .isZero();
    assertThat(hold(UUID.randomUUID()).block()).isEqualTo("200");
  }

  private static Mono<String> hold(UUID id) {
    return http.put()
        .uri("/api/holds/" + id)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            """
            {"pool": "gh-001.studio", "from": "%s", "to": "%s"}
            """
                .formatted(FROM, FROM.plusDays(1)))
        .exchangeToMono(response -> {
          var retryAfter = response.headers().asHttpHeaders().getFirst("Retry-After");
          var said = "" + response.statusCode().value();
          return response
              .releaseBody()
              .thenReturn(retryAfter == null ? said : said + " Retry-After: " + retryAfter);
        });
  }

  private static long count(String query) {
    return database.sql(query).mapValue(Long.class).one().blockOptional().orElseThrow();
  }
}
