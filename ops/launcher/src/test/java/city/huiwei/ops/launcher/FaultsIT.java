package city.huiwei.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Parts of the whole city are killed while people book. What they were told stays so, nobody is
 * forgotten, and the two databases agree. Each test has nights of its own.
 */
@ExtendWith(WholeCity.class)
class FaultsIT {

  private static final Duration DRIVEN_ON = Duration.ofSeconds(30);
  private static final Duration RECOVERED = Duration.ofSeconds(10);

  private final SharedCity city;

  FaultsIT(SharedCity city) {
    this.city = city;
  }

  @Test
  void aKilledBookingServiceForgetsNobody() throws Exception {
    var from = Rooms.today().plusDays(100);
    var pool = plentiful(from);
    var answered = Crowd.of(city, 50_001, 100).ask(pool, from, from.plusDays(2));
    var early = answered.stream().map(CompletableFuture::join).toList();
    var inventory = city.part("--server.port=" + city.settings().inventoryPort());
    var booking = city.part("--server.port=" + city.settings().bookingPort());
    var late = Crowd.of(city, 51_001, 100);

    // Inventory holds its breath, so that the kill finds intents that are written and not answered.
    signal("STOP", inventory);
    var cutOff = late.ask(pool, from, from.plusDays(2));
    await()
        .atMost(DRIVEN_ON)
        .untilAsserted(() -> assertThat(count("REQUESTED", from)).isGreaterThanOrEqualTo(50));
    SharedCity.kill(booking);
    signal("CONT", inventory);
    assertThat(Crowd.all(cutOff)).noneMatch(Crowd.Answer::isBooked);
    // The control: at this moment the two databases do not agree.
    assertThat(count("REQUESTED", from)).isPositive();

    city.awaitRestart("booking-service");
    awaitAnAnswerForEveryIntent(from);
    assertThat(booked(from)).containsAll(told(early));
    assertThat(holds(from)).isNotEmpty().containsExactlyInAnyOrderElementsOf(booked(from));

    // Whoever heard nothing asks again and hears what became of the first time.
    var again = Crowd.all(late.ask(pool, from, from.plusDays(2)));
    assertThat(booked(from)).containsAll(told(again));
    assertThat(holds(from)).containsExactlyInAnyOrderElementsOf(booked(from));
  }

  @Test
  void bookingsGoOnWithoutRedis() throws Exception {
    var from = Rooms.today().plusDays(110);
    var pool = plentiful(from);
    var first = Crowd.of(city, 52_001, 20);
    var second = Crowd.of(city, 53_001, 20);
    Crowd.all(first.ask(pool, from, from.plusDays(1)));

    SharedCity.kill(city.part("redis-server"));
    var answers = Crowd.all(second.ask(pool, from, from.plusDays(1)));

    assertThat(answers).allMatch(Crowd.Answer::isBooked);
    city.awaitRestart("Redis");
    assertThat(holds(from)).hasSize(40).containsExactlyInAnyOrderElementsOf(booked(from));
  }

  @Test
  void nothingAcknowledgedIsLostWithPostgres() throws Exception {
    var from = Rooms.today().plusDays(120);
    var pool = plentiful(from);
    var crowd = Crowd.of(city, 54_001, 200);
    var later = Crowd.of(city, 55_001, 1);
    var postgres = city.part("-p " + city.settings().postgresPort());

    var asked = crowd.ask(pool, from, from.plusDays(1));
    CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join();
    SharedCity.kill(postgres);
    var answers = Crowd.all(asked);
    // The control: the kill came in the middle.
    assertThat(answers).anyMatch(Crowd.Answer::isBooked).anyMatch(answer -> !answer.isBooked());

    city.awaitRestart("PostgreSQL");
    await()
        .atMost(RECOVERED)
        .until(() -> Crowd.all(later.ask(pool, from, from.plusDays(1))).getFirst().isBooked());
    awaitAnAnswerForEveryIntent(from);
    assertThat(booked(from)).containsAll(told(answers));
    assertThat(holds(from)).isNotEmpty().containsExactlyInAnyOrderElementsOf(booked(from));
  }

  private String plentiful(LocalDate from) {
    return new Rooms(city).mostPlentiful(from, from.plusDays(2)).get("pool").asString();
  }

  private static List<String> told(List<Crowd.Answer> answers) {
    return answers.stream().filter(Crowd.Answer::isBooked).map(Crowd.Answer::booking).toList();
  }

  private void awaitAnAnswerForEveryIntent(LocalDate from) {
    await().atMost(DRIVEN_ON).untilAsserted(() -> assertThat(count("REQUESTED", from)).isZero());
  }

  /** Bookings that somebody has a place by. */
  private List<String> booked(LocalDate from) {
    return city.ask(
        "booking",
        "select booking from booking where status in ('CONFIRMED', 'CHECKED_IN') and lower(period) = '%s'"
            .formatted(from));
  }

  /** Units that are taken for good, by the booking's number, which is the hold's. */
  private List<String> holds(LocalDate from) {
    return city.ask(
        "inventory",
        "select hold from hold where state = 'FIRM' and lower(period) = '%s'".formatted(from));
  }

  private int count(String status, LocalDate from) {
    return city.ask(
            "booking",
            "select booking from booking where status = '%s' and lower(period) = '%s'"
                .formatted(status, from))
        .size();
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }
}
