package city.huiwei.booking.notice;

import static city.huiwei.booking.TestCity.count;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
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
  private static final int FEW = 4;
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
    sendAtOnce();
    assertThat(sent).hasSize(MESSAGES).allSatisfy((_, times) -> assertThat(times).isOne());
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from notice_delivery where state = 'SENT' and tries = 1"))
        .isEqualTo(MESSAGES);
  }

  @Test
  void whoHasAMessageSendsItAlone() {
    assertThat(sentWhileAnotherLooks(Mono.empty())).hasSize(FEW).containsOnly(1);
  }

  /** The control: once nobody has it, whoever looks meanwhile sends it too. */
  @Test
  void whatNobodyHasIsSentBesideOthers() {
    var letGo = city.bookingDatabase().sql("update notice_delivery set due = now()").then();
    assertThat(sentWhileAnotherLooks(letGo)).anyMatch(times -> times > 1);
  }

  /** How often each of a few was sent, when another sender looks for some in the middle of it. */
  private Collection<Integer> sentWhileAnotherLooks(Mono<Void> first) {
    Statements.run(
        city.bookingDatabase(),
        """
        delete from notice_delivery where notice not in (
          select notice from notice_delivery order by notice limit %d)
        """
            .formatted(FEW));
    var another = sender().some(new Recording(Mono.empty())).then();
    sender().some(new Recording(first.then(another))).block(Duration.ofMinutes(1));
    return sent.values();
  }

  private void sendAtOnce() {
    Flux.range(0, SENDERS)
        .flatMap(_ -> untilNothingIsDue(sender()).subscribeOn(Schedulers.boundedElastic()), SENDERS)
        .then()
        .block(Duration.ofMinutes(1));
  }

  private Mono<Void> untilNothingIsDue(Delivering delivering) {
    return delivering
        .some(new Recording(Mono.empty()))
        .expand(_ -> waiting().flatMap(_ -> delivering.some(new Recording(Mono.empty()))))
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
  private static Delivering sender() {
    var settings =
        new NoticeSettings(
            "http://localhost",
            "huiwei@example.com",
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
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

    private final Mono<Void> meanwhile;

    /**
     * @param meanwhile what happens before a message has left
     */
    Recording(Mono<Void> meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public Mono<Outcome> send(Message message, String address) {
      sent.merge(message.id(), 1, Integer::sum);
      return meanwhile.then(Mono.<Outcome>just(new Outcome.Sent()).delayElement(TAKES));
    }
  }
}
