package city.huiwei.booking.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.ballot.Beacon;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.beacon.BeaconSettings.Chain;
import city.huiwei.booking.beacon.BeaconSettings.Pulses;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A beacon is asked for one round, in time and within bounds; nothing leaves this machine. */
@NullUnmarked
class ListeningTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration IMPATIENT = Duration.ofMillis(300);

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private DisposableServer relay;

  @AfterEach
  void close() {
    if (relay != null) {
      relay.disposeNow();
    }
  }

  /** What a relay answers. */
  private interface Answer {
    Publisher<Void> to(HttpServerResponse response);
  }

  @Test
  void aRoundOfDrandIsHeardAtItsAddress() {
    var round = RecordedRounds.quicknet(1000);
    var listening = listening(response -> said(response, RecordedRounds.record(round)));
    assertThat(value(listening.hear(round).block()).round()).isEqualTo(round);
    assertThat(asked).containsExactly("/" + RecordedRounds.QUICKNET + "/public/1000");
  }

  @Test
  void aPulseOfNistIsHeardAtItsAddress() {
    var listening =
        listening(response -> said(response, RecordedRounds.record(RecordedRounds.PULSE)));
    assertThat(value(listening.hear(RecordedRounds.PULSE).block()).value().length()).isEqualTo(64);
    assertThat(asked).containsExactly("/pulse/time/" + RecordedRounds.PULSE.at().toEpochMilli());
  }

  @Test
  void aRelayThatGivesAnotherRoundIsNotBelieved() {
    var listening =
        listening(response -> said(response, RecordedRounds.record(RecordedRounds.quicknet(1000))));
    assertThat(listening.hear(RecordedRounds.quicknet(1001)).block())
        .isEqualTo(Doubt.ANOTHER_ROUND.heard());
  }

  @Test
  void aRelayThatIsSilentIsGivenUp() {
    var listening = listening(_ -> Mono.never(), IMPATIENT);
    assertThat(listening.hear(RecordedRounds.quicknet(1)).block(Duration.ofSeconds(10)))
        .isEqualTo(Doubt.SILENT.heard());
  }

  @Test
  void aRelayThatTalksTooMuchIsGivenUp() {
    var listening = listening(response -> said(response, "x".repeat(Listening.MOST_BYTES + 1)));
    assertThat(listening.hear(RecordedRounds.quicknet(1)).block()).isEqualTo(Doubt.SILENT.heard());
  }

  @Test
  void aRelayThatHasNoSuchRoundIsSilent() {
    var listening = listening(HttpServerResponse::sendNotFound);
    assertThat(listening.hear(RecordedRounds.quicknet(1)).block()).isEqualTo(Doubt.SILENT.heard());
  }

  @Test
  void aRelayIsNotFollowedElsewhere() {
    var listening = listening(response -> response.sendRedirect("/elsewhere"));
    assertThat(listening.hear(RecordedRounds.quicknet(1)).block())
        .isEqualTo(Doubt.UNREADABLE.heard());
    assertThat(asked).hasSize(1);
  }

  @Test
  void withoutABeaconNobodyIsAsked() {
    var listening = listening(HttpServerResponse::sendNotFound);
    assertThat(listening.hear(new Round.None()).block()).isEqualTo(new Heard.Genuine(Beacon.NONE));
    assertThat(asked).isEmpty();
  }

  @Test
  void whatWasBroughtByHandIsCheckedTheSameWay() {
    var listening = listening(HttpServerResponse::sendNotFound);
    var round = RecordedRounds.quicknet(1);
    assertThat(listening.check(round, RecordedRounds.record(round)))
        .isInstanceOf(Heard.Genuine.class);
    assertThat(listening.check(new Round.Drand("0".repeat(64), 1), "{}"))
        .isEqualTo(Doubt.UNKNOWN_ROUND.heard());
    assertThat(listening.knows(round)).isTrue();
    assertThat(listening.knows(new Round.Drand("0".repeat(64), 1))).isFalse();
  }

  private static Beacon value(Heard heard) {
    assertThat(heard).isInstanceOf(Heard.Genuine.class);
    return ((Heard.Genuine) heard).beacon();
  }

  private static Publisher<Void> said(HttpServerResponse response, String record) {
    return response.header("Content-Type", "application/json").sendString(Mono.just(record));
  }

  private Listening listening(Answer answer) {
    return listening(answer, PATIENT);
  }

  private Listening listening(Answer answer, Duration patience) {
    relay =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .handle((request, response) -> {
              asked.add(request.uri());
              return answer.to(response);
            })
            .bindNow();
    var url = "http://localhost:" + relay.port();
    var known = RecordedRounds.SETTINGS.chains().getFirst();
    var chain =
        new Chain(
            url,
            known.name(),
            known.hash(),
            known.publicKey(),
            known.groupHash(),
            known.genesis(),
            known.period());
    var pulses = new Pulses(url, RecordedRounds.SETTINGS.nist().certificates());
    return new Listening(
        WebClient.builder(), new BeaconSettings("test", patience, List.of(chain), pulses));
  }
}
