package city.huiwei.booking.notice;

import static city.huiwei.booking.TestCity.count;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** However many send at once, a message that goes out goes out once. */
@NullUnmarked
class DeliveryRaceTest {

  private static final int MESSAGES = 100;
  private static final int SENDERS = 6;
  private static final Duration TAKES = Duration.ofMillis(30);

  private static TestCity city;
  private final Map<String, Integer> sent = new ConcurrentHashMap<>();

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void manyMessagesWait() {
    city.forgetApplications();
    Statements.run(
        city.bookingDatabase(),
        """
        insert into application (application, reference, programme, owner, idempotency_key, operator,
          channel, state, sealed, rules_version)
        select gen_random_uuid(), n::text, 'elder-care', gen_random_uuid(), 'key', 'op-care', 'PAPER',
          'SUBMITTED', '', '1'
        from generate_series(1, %d) n
        """
            .formatted(MESSAGES),
        """
        insert into notice (notice, application, kind)
        select uuidv7(), application, 'APPLICATION_RECEIVED' from application
        """,
        "insert into notice_delivery (notice, channel) select notice, 'EMAIL' from notice");
  }

  @Test
  void ofManySendersEachMessageIsSentByExactlyOne() {
    sendAtOnce(Duration.ofMinutes(1));
    assertThat(sent).hasSize(MESSAGES).allSatisfy((_, times) -> assertThat(times).isOne());
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from notice_delivery where state = 'SENT' and tries = 1"))
        .isEqualTo(MESSAGES);
  }

  /** The control: who takes a message and has it for no time shares it with the others. */
  @Test
  void whoHasAMessageForNoTimeSendsItBesideOthers() {
    sendAtOnce(Duration.ofMillis(1));
    assertThat(sent.values()).anyMatch(times -> times > 1);
  }

  private void sendAtOnce(Duration patience) {
    Flux.range(0, SENDERS)
        .flatMap(
            _ -> untilNothingIsDue(sender(patience)).subscribeOn(Schedulers.boundedElastic()),
            SENDERS)
        .then()
        .block(Duration.ofMinutes(1));
  }

  private Mono<Void> untilNothingIsDue(Delivering delivering) {
    return delivering
        .some(new Recording())
        .expand(_ -> waiting().flatMap(_ -> delivering.some(new Recording())))
        .then();
  }

  /** Empty when each was taken by somebody. */
  private static Mono<Long> waiting() {
    return city.bookingDatabase()
        .sql("select count(*) from notice_delivery where state = 'WAITING' and tries = 0")
        .mapValue(Long.class)
        .one()
        .filter(waiting -> waiting > 0);
  }

  /** As another instance of the service would have it. */
  private static Delivering sender(Duration hold) {
    var settings =
        new NoticeSettings(
            "http://localhost",
            "huiwei@example.com",
            Duration.ofSeconds(1),
            hold,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            3,
            Duration.ofHours(1),
            new NoticeSettings.Sms("", "", LocalTime.MIN, LocalTime.MAX));
    return new Delivering(
        new Deliveries(city.bookingDatabase(), settings),
        _ -> Mono.just(new Addresses.Address("family@example.com", null)),
        city.bean(Wording.class),
        new StaticListableBeanFactory().getBeanProvider(Sending.class),
        settings,
        new SimpleMeterRegistry());
  }

  /** Counts how often each message is sent; sending takes a while. */
  private final class Recording implements Sending {

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public Mono<Outcome> send(Message message, String address) {
      sent.merge(message.id(), 1, Integer::sum);
      return Mono.<Outcome>just(new Outcome.Sent()).delayElement(TAKES);
    }
  }
}
