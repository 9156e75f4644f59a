package city.huiwei.booking.draw;

import static city.huiwei.booking.TestCity.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Draw;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.person.Sealing;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The steps of a draw: each once, in order and at its time, or nothing is written. */
@NullUnmarked
class DrawingTest {

  private static final int AT_ONCE = 8;

  private static TestCity city;
  private static Draws draws;
  private static Drawing drawing;
  private static Announcing announcing;
  private final String draw = SampleDraws.newId();

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    // Each list is frozen when the test says so.
    city.bean(Freezing.class).stop();
    draws = city.bean(Draws.class);
    drawing = city.bean(Drawing.class);
    announcing = city.bean(Announcing.class);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void aDrawIsAnnounced() {
    announcing.announce(SampleDraws.announcement(draw), "office").block();
    SampleDraws.vector().forEach(ticket -> city.bean(Tickets.class).enter(draw, ticket).block());
  }

  @Test
  void theVectorComesOutOfTheDatabaseByteForByte() {
    SampleDraws.publishVector(city);
    var read = draws.one(SampleDraws.VECTOR).block();
    assertThat(read.commitment().hex())
        .isEqualTo("be887ecaac7d15a5074481f50d4e7092cc524a4ca686f54c9b00bff16709ac8b");
    assertThat(read.root().hex())
        .isEqualTo("344aa3e6f1dffce913b7d40a3a31bbfd5273995d1728a8d8354324fca656ace9");
    assertThat(read.key().hex())
        .isEqualTo("3a78484953536f4f85020fe6870df8fe4ce6b8f945efe5742b889be09b05f7e8");
    assertThat(city.bean(Results.class).inOrder(SampleDraws.VECTOR, 0, 10).collectList().block())
        .extracting(drawn -> drawn.rank() + " " + drawn.ticket().ticket())
        .containsExactly(
            "1 7c1696c142c892af006091282434503b",
            "2 737ce60fccf9da889f4605c0a20479b5",
            "3 f7ff995951d4920ad9e322c26aae2cf8",
            "4 e2dee88df5463dc7b5408011bacbb1f3",
            "5 dd7bbd015231cb79511479efe7cf2e7a");
  }

  @Test
  void theSeedIsSealedUntilTheReveal() {
    var announced = draws.one(draw).block();
    assertThat(announced.officeSeed()).isNull();
    var seed = announcing.seedOf(announced);
    assertThat(hex(announced.sealedSeed())).doesNotContain(seed.hex());
    frozen();
    drawing.witness(draw, SampleDraws.DIGITS, "office").block();
    assertThat(drawing.reveal(draw, "office").block().officeSeed()).isEqualTo(seed);
  }

  private static String hex(Bytes bytes) {
    return bytes.hex();
  }

  @Test
  void nobodySeesANumberBeforeItIsPublished() {
    upToTheBeacon();
    drawing.draw(draw, "office").block();
    var results = city.bean(Results.class);
    var ticket = SampleDraws.ticket(0).ticket();
    assertThat(results.of(draw, ticket).block()).isNull();
    drawing.publish(draw, "office").block();
    assertThat(results.of(draw, ticket).block().rank()).isBetween(1, 5);
  }

  /** In each state, every step but the one that is next. */
  @ParameterizedTest
  @EnumSource(
      value = DrawState.class,
      names = {"OPEN", "FROZEN", "WITNESSED", "REVEALED", "LIT", "DRAWN", "PUBLISHED", "ABORTED"})
  void aStepOutOfOrderIsRefusedAndWritesNothing(DrawState state) {
    bringTo(state);
    SampleDraws.due(city, draw);
    var before = record();
    steps()
        .forEach((step, taking) -> {
          if (StepOrder.next(state).filter(step::equals).isEmpty()) {
            assertThat(refusal(taking.apply(draw))).contains("DRAW_OUT_OF_ORDER");
          }
        });
    assertThat(record()).isEqualTo(before);
  }

  private static Map<DrawStep, Function<String, Mono<DrawRecord>>> steps() {
    return Map.of(
        DrawStep.FREEZE, draw -> drawing.freeze(draw, "office"),
        DrawStep.WITNESS, draw -> drawing.witness(draw, "1 2", "office"),
        DrawStep.REVEAL, draw -> drawing.reveal(draw, "office"),
        DrawStep.LIGHT, draw -> drawing.light(draw, null, "office"),
        DrawStep.DRAW, draw -> drawing.draw(draw, "office"),
        DrawStep.PUBLISH, draw -> drawing.publish(draw, "office"));
  }

  @Test
  void theListIsNotFrozenBeforeItCloses() {
    assertThat(refusal(drawing.freeze(draw, "office"))).containsExactly("DRAW_LIST_OPEN");
    assertThat(draws.one(draw).block().root()).isNull();
  }

  @Test
  void theSeedIsNotRevealedOnceTheBeaconMayHaveSpoken() {
    frozen();
    drawing.witness(draw, SampleDraws.DIGITS, "office").block();
    SampleDraws.due(city, draw);
    assertThat(refusal(drawing.reveal(draw, "office"))).containsExactly("DRAW_REVEAL_TOO_LATE");
    assertThat(draws.one(draw).block().officeSeed()).isNull();
  }

  @Test
  void theBeaconIsNotHeardBeforeItsTime() {
    frozen();
    drawing.witness(draw, SampleDraws.DIGITS, "office").block();
    drawing.reveal(draw, "office").block();
    assertThat(refusal(drawing.light(draw, null, "office")))
        .containsExactly("DRAW_BEACON_TOO_EARLY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one two", "1  2", "1 2 ", "-1", "１２"})
  void whatIsNoDigitsIsNotWitnessed(String digits) {
    frozen();
    assertThat(refusal(drawing.witness(draw, digits, "office")))
        .containsExactly("DRAW_DIGITS_MALFORMED");
    assertThat(draws.one(draw).block().state()).isEqualTo(DrawState.FROZEN);
  }

  @Test
  void aRecordOfAnotherRoundIsRefused() {
    var waiting = SampleDraws.newId();
    SampleDraws.announce(
        city,
        SampleDraws.announcement(waiting, new Round.Drand(SampleDraws.QUICKNET, 1001)),
        SampleDraws.SEED);
    SampleDraws.closed(city, waiting);
    drawing.freeze(waiting, "office").block();
    drawing.witness(waiting, SampleDraws.DIGITS, "office").block();
    drawing.reveal(waiting, "office").block();
    SampleDraws.due(city, waiting);
    var round1000 =
        """
        {"round":1000,"randomness":"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
         "signature":"b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"}
        """;
    assertThat(refusal(drawing.light(waiting, round1000, "office")))
        .containsExactly("BEACON_OF_ANOTHER_ROUND");
    assertThat(draws.one(waiting).block().state()).isEqualTo(DrawState.REVEALED);
  }

  @Test
  void aSeedThatIsNotTheOneCommittedToIsNotRevealed() {
    var swapped = SampleDraws.newId();
    var said = SampleDraws.announcement(swapped);
    var sealed =
        city.bean(Sealing.class).seal(SampleDraws.BEACON.hex(), "draw/" + swapped + "/seed");
    var commitment = Draw.commitment(swapped, SampleDraws.SEED);
    draws.announce(said, commitment, sealed, "office").block();
    SampleDraws.closed(city, swapped);
    drawing.freeze(swapped, "office").block();
    drawing.witness(swapped, SampleDraws.DIGITS, "office").block();
    assertThat(refusal(drawing.reveal(swapped, "office")))
        .containsExactly("BALLOT_COMMITMENT_DIFFERS");
  }

  /** Whoever gets past the table's own rules is found out by the root. */
  @Test
  void aListThatWasChangedAfterTheFreezeIsNotDrawn() {
    upToTheBeacon();
    city.bookingDatabase()
        .sql(
            """
            do $$ begin
              set local session_replication_role = replica;
              update draw_ticket set chances = 3 where draw = '%s' and chances = 2;
            end $$
            """
                .formatted(draw))
        .then()
        .block();
    assertThat(refusal(drawing.draw(draw, "office"))).containsExactly("BALLOT_LIST_DIFFERS");
    assertThat(draws.one(draw).block().state()).isEqualTo(DrawState.LIT);
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from draw_result where draw = '%s'".formatted(draw)))
        .isZero();
  }

  @Test
  void anAbortNeedsAReasonAndLeavesTheRecord() {
    frozen();
    assertThat(refusal(drawing.abort(draw, " ", "office"))).containsExactly("DRAW_REASON_LENGTH");
    assertThat(refusal(drawing.abort(draw, "x".repeat(501), "office")))
        .containsExactly("DRAW_REASON_LENGTH");
    var root = draws.one(draw).block().root();
    drawing.abort(draw, "投掷现场停电", "office").block();
    var left = draws.one(draw).block();
    assertThat(left.state()).isEqualTo(DrawState.ABORTED);
    assertThat(left.root()).isEqualTo(root);
    assertThat(draws.log(draw).map(Draws.Entry::reason).collectList().block())
        .containsExactly("", "", "投掷现场停电");
  }

  @Test
  void whatIsPublishedIsNotBrokenOff() {
    SampleDraws.publish(city, draw);
    assertThat(refusal(drawing.abort(draw, "we do not like it", "office")))
        .containsExactly("DRAW_OUT_OF_ORDER");
    assertThat(draws.one(draw).block().isPublished()).isTrue();
  }

  @Test
  void aDrawIdIsNeverUsedTwice() {
    assertThat(refusal(announcing.announce(SampleDraws.announcement(draw), "office")))
        .containsExactly("DRAW_ID_USED");
    drawing.abort(draw, "wrong capacity", "office").block();
    assertThat(refusal(announcing.announce(SampleDraws.announcement(draw), "office")))
        .containsExactly("DRAW_ID_USED");
  }

  @Test
  void anAnnouncementIsRefusedWithAllItsReasons() {
    var closes = Instant.now().plus(Duration.ofHours(1));
    var said =
        new Announcement(
            "Not an id",
            Announcement.Kind.BATCH,
            UUID.randomUUID(),
            SampleDraws.OPERATOR,
            "1",
            1,
            List.of(new Announcement.Reserve("general", 2)),
            ReserveOrder.MINIMUM_GUARANTEE,
            closes,
            closes,
            new Round.Drand("0".repeat(64), 1),
            null);
    assertThat(refusal(announcing.announce(said, "office")))
        .containsExactly(
            "DRAW_ID_MALFORMED", "DRAW_PLACES_MALFORMED", "DRAW_TIMES_MALFORMED", "BEACON_UNKNOWN");
  }

  /** Whoever knows the beacon's value before the reveal could withhold the seed. */
  @Test
  void aBeaconThatSpeaksBeforeTheDrawIsRefused() {
    var past = new Round.Drand(SampleDraws.QUICKNET, 1000);
    assertThat(
            refusal(
                announcing.announce(SampleDraws.announcement(SampleDraws.newId(), past), "office")))
        .containsExactly("BEACON_NOT_AT_DRAW");
  }

  @Test
  void ofManyWhoPublishAtOnceOneDoes() {
    upToTheBeacon();
    drawing.draw(draw, "office").block();
    var published =
        Flux.range(0, AT_ONCE)
            .flatMap(
                _ ->
                    drawing
                        .publish(draw, "office")
                        .map(_ -> true)
                        .onErrorReturn(ProblemException.class, false),
                AT_ONCE)
            .filter(done -> done)
            .count()
            .block();
    assertThat(published).isOne();
    assertThat(draws.log(draw).filter(it -> it.step().equals("PUBLISH")).count().block()).isOne();
  }

  @Test
  void aListThatClosedIsFrozenByItself() {
    SampleDraws.closed(city, draw);
    var freezing = city.bean(Freezing.class);
    freezing.start();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> draws.one(draw).block().state() == DrawState.FROZEN);
    } finally {
      freezing.stop();
    }
    assertThat(draws.one(draw).block().count()).isEqualTo(5);
  }

  @Test
  void aListWithoutTicketsIsDrawnToo() {
    var empty = SampleDraws.newId();
    announcing.announce(SampleDraws.announcement(empty), "office").block();
    SampleDraws.publish(city, empty);
    assertThat(draws.one(empty).block().count()).isZero();
    assertThat(city.bean(Results.class).inOrder(empty, 0, 10).count().block()).isZero();
  }

  private void frozen() {
    SampleDraws.closed(city, draw);
    drawing.freeze(draw, "office").block();
  }

  private void upToTheBeacon() {
    bringTo(DrawState.LIT);
  }

  private void bringTo(DrawState state) {
    if (state == DrawState.ABORTED) {
      drawing.abort(draw, "a test", "office").block();
      return;
    }
    SampleDraws.closed(city, draw);
    for (var step = StepOrder.next(DrawState.OPEN);
        step.isPresent() && draws.one(draw).block().state() != state;
        step = StepOrder.next(draws.one(draw).block().state())) {
      if (step.get() == DrawStep.LIGHT) {
        SampleDraws.due(city, draw);
      }
      steps().get(step.get()).apply(draw).block();
    }
    assertThat(draws.one(draw).block().state()).isEqualTo(state);
  }

  private String record() {
    return draws.one(draw).block().state()
        + " "
        + count(
            city.bookingDatabase(),
            "select count(*) from draw_log where draw = '%s'".formatted(draw));
  }

  private static Stream<String> refusal(Mono<?> step) {
    var refused = new AtomicReference<ProblemException>();
    assertThatThrownBy(step::block).isInstanceOfSatisfying(ProblemException.class, refused::set);
    return refused.get().reasons().stream().map(Reason::code);
  }
}
