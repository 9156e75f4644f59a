package city.huiwei.inventory;

import static city.huiwei.inventory.contract.HoldAnswer.State.FIRM;
import static city.huiwei.inventory.contract.HoldAnswer.State.LAPSED;
import static city.huiwei.inventory.contract.HoldAnswer.State.RELEASED;
import static city.huiwei.inventory.contract.HoldAnswer.State.TIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAnswer.Held;
import city.huiwei.inventory.contract.HoldAnswer.Refused;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldEnd;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the contract promises, in process and over HTTP alike. The pool has two studios. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InventoryContractTest {

  private static final String POOL = "gh-001.studio";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private ConfigurableApplicationContext service;
  private DatabaseClient database;
  private Inventory inventory;

  /** The contract as a service sees it. */
  abstract Inventory asAService(ConfigurableApplicationContext service);

  /** The contract as somebody sees it who is no service. */
  abstract Inventory asMonitor(ConfigurableApplicationContext service);

  @BeforeAll
  void open() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 2);
    inventory = asAService(service);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    Statements.run(database, "truncate hold, hold_change");
    awaitFree(2);
  }

  @Test
  void manyAskTogetherAndEachHasAnAnswerOfItsOwn() {
    var id = UUID.randomUUID();
    var answers =
        inventory
            .holds(
                List.of(
                    ask(id, POOL, 3, 6),
                    ask(UUID.randomUUID(), "gh-001.palace", 3, 6),
                    ask(UUID.randomUUID(), POOL, 4, 6),
                    ask(UUID.randomUUID(), POOL, 5, 7),
                    ask(UUID.randomUUID(), POOL, 6, 5),
                    ask(id, POOL, 3, 6),
                    ask(id, POOL, 3, 7)))
            .block();
    assertThat(answers).hasSize(7);
    assertThat(answers.get(0)).isInstanceOf(Held.class).isEqualTo(answers.get(5));
    assertThat(reasons(answers.get(1))).containsExactly(Refusal.UNKNOWN_POOL);
    assertThat(answers.get(2)).isInstanceOf(Held.class);
    assertThat(reasons(answers.get(3))).containsExactly(Refusal.NO_PLACE_LEFT);
    assertThat(reasons(answers.get(4))).containsExactly(Refusal.PERIOD_IMPOSSIBLE);
    assertThat(answers.get(6)).isEqualTo(new HoldAnswer.Unanswered(id, HoldAnswer.Why.ID_REUSED));
  }

  @Test
  void moreThanMayBeAskedTogetherAreRefusedAndNothingIsWritten() {
    var asks = Collections.nCopies(Inventory.MOST_ASKS + 1, ask(UUID.randomUUID(), POOL, 3, 6));
    assertThatThrownBy(() -> inventory.holds(asks).block());
    assertThat(free(3, 6)).isEqualTo(2);
  }

  /** Whoever hears that a room is theirs sees one fewer, whatever else goes on. */
  @Test
  void whatIsHeldWhileTheBoardIsReadAnewIsOnItToo() {
    for (int reading = 0; reading < 8; reading++) {
      Statements.run(database, "update stock set version = version + 1");
      for (int look = 0; look < 30; look++) {
        var id = UUID.randomUUID();
        hold(id, 3, 6);
        assertThat(free(3, 6)).isEqualTo(1);
        inventory.release(id).block();
        assertThat(free(3, 6)).isEqualTo(2);
      }
    }
  }

  private static HoldAsk ask(UUID id, String pool, int from, int to) {
    return new HoldAsk(id, pool, TODAY.plusDays(from), TODAY.plusDays(to), null);
  }

  @Test
  void aFirmHoldTakesAUnitAndItsAnswerCanBeAskedForAgain() {
    var id = UUID.randomUUID();
    var held = held(hold(id, 3, 6));
    assertThat(held.state()).isEqualTo(FIRM);
    assertThat(held.unit()).startsWith("gh-001-");
    assertThat(held.site()).isEqualTo("gh-001");
    assertThat(hold(id, 3, 6)).isEqualTo(held);
    assertThat(inventory.answer(id).block()).isEqualTo(held);
    assertThat(free(3, 6)).isEqualTo(1);
    assertThat(free(5, 8)).isEqualTo(1);
    assertThat(free(6, 8)).isEqualTo(2);
  }

  @Test
  void oneIdHasOneAnswer() {
    var id = UUID.randomUUID();
    hold(id, 3, 6);
    assertThatThrownBy(() -> hold(id, 3, 7)).hasMessageContaining(reused());
    assertThat(free(3, 6)).isEqualTo(1);
  }

  @Test
  void aRefusalIsAnAnswerTooAndStaysOneWhenAPlaceComesFree() {
    var first = UUID.randomUUID();
    hold(first, 3, 6);
    hold(UUID.randomUUID(), 3, 6);
    var refused = UUID.randomUUID();
    assertThat(reasons(hold(refused, 4, 5))).containsExactly(Refusal.NO_PLACE_LEFT);
    inventory.release(first).block();
    assertThat(reasons(hold(refused, 4, 5))).containsExactly(Refusal.NO_PLACE_LEFT);
    assertThat(hold(UUID.randomUUID(), 4, 5)).isInstanceOf(Held.class);
  }

  @Test
  void whatCannotBeHeldIsRefusedWithTheReason() {
    assertThat(reasons(hold(UUID.randomUUID(), -1, 2))).containsExactly(Refusal.PERIOD_IN_THE_PAST);
    assertThat(reasons(hold(UUID.randomUUID(), 6, 3))).containsExactly(Refusal.PERIOD_IMPOSSIBLE);
    assertThat(reasons(hold(UUID.randomUUID(), 3, 3))).containsExactly(Refusal.PERIOD_IMPOSSIBLE);
    var nowhere = new HoldRequest("nowhere.studio", TODAY, TODAY.plusDays(1), null);
    assertThat(reasons(inventory.hold(UUID.randomUUID(), nowhere).block()))
        .containsExactly(Refusal.UNKNOWN_POOL);
    assertThat(free(0, 10)).isEqualTo(2);
  }

  @Test
  void aTimedHoldBecomesFirmWhenConfirmedInTime() {
    var id = UUID.randomUUID();
    assertThat(held(timed(id, Instant.now().plusSeconds(60))).state()).isEqualTo(TIMED);
    assertThat(free(3, 6)).isEqualTo(1);
    assertThat(held(inventory.confirm(id).block()).state()).isEqualTo(FIRM);
    assertThat(held(inventory.confirm(id).block()).until()).isNull();
  }

  @Test
  void aLapsedHoldKeepsNobodyOutAndCannotBeConfirmed() {
    var id = UUID.randomUUID();
    timed(id, Instant.now().minusSeconds(1));
    awaitFree(2);
    assertThat(reasons(inventory.confirm(id).block())).containsExactly(Refusal.HOLD_ENDED);
    hold(UUID.randomUUID(), 3, 6);
    hold(UUID.randomUUID(), 3, 6);
    assertThat(free(3, 6)).isZero();
    assertThat(held(inventory.answer(id).block()).state()).isEqualTo(LAPSED);
  }

  @Test
  void aReleasedUnitIsFreeAndStaysReleased() {
    var id = UUID.randomUUID();
    hold(id, 3, 6);
    assertThat(held(inventory.release(id).block()).state()).isEqualTo(RELEASED);
    assertThat(held(inventory.release(id).block()).state()).isEqualTo(RELEASED);
    assertThat(free(3, 6)).isEqualTo(2);
    assertThat(reasons(inventory.confirm(id).block())).containsExactly(Refusal.HOLD_ENDED);
    assertThat(reasons(end(id, 4))).containsExactly(Refusal.HOLD_ENDED);
  }

  @Test
  void aShortenedHoldFreesTheRestOfItsNightsAtThatMoment() {
    var id = UUID.randomUUID();
    hold(id, 3, 8);
    assertThat(held(end(id, 5)).to()).isEqualTo(TODAY.plusDays(5));
    assertThat(held(end(id, 5)).to()).isEqualTo(TODAY.plusDays(5));
    assertThat(free(3, 5)).isEqualTo(1);
    assertThat(free(5, 8)).isEqualTo(2);
    assertThat(reasons(end(id, 7))).containsExactly(Refusal.PERIOD_IMPOSSIBLE);
    assertThat(reasons(end(id, 3))).containsExactly(Refusal.PERIOD_IMPOSSIBLE);
  }

  @Test
  void aHoldThatWasNeverAskedForIsNotFound() {
    var id = UUID.randomUUID();
    assertThatThrownBy(() -> inventory.answer(id).block()).hasMessageContaining(notFound());
    assertThatThrownBy(() -> inventory.release(id).block()).hasMessageContaining(notFound());
    assertThatThrownBy(() -> inventory.place("nowhere.studio", null, null).block())
        .hasMessageContaining(notFound());
  }

  @Test
  void theSheetShowsWhatIsTakenNightByNight() {
    hold(UUID.randomUUID(), 1, 3);
    var sheet = asMonitor(service).occupancy("graduate-housing", null, TODAY, 4).block();
    assertThat(sheet.rows()).hasSize(1);
    assertThat(sheet.rows().getFirst().units()).isEqualTo(2);
    assertThat(sheet.rows().getFirst().taken()).isEqualTo(List.of(0, 1, 1, 0));
    assertThat(sheet.rows().getFirst().blocked()).isEqualTo(List.of(0, 0, 0, 0));
  }

  @Test
  void onlyServicesHold() {
    var request = new HoldRequest(POOL, TODAY, TODAY.plusDays(1), null);
    assertThatThrownBy(() -> asMonitor(service).hold(UUID.randomUUID(), request).block())
        .hasMessageContaining(forbidden());
    assertThatThrownBy(() -> inventory.occupancy("graduate-housing", null, TODAY, 4).block())
        .hasMessageContaining(forbidden());
  }

  /** How "not found" reads on this side of the contract; the others likewise. */
  abstract String notFound();

  abstract String forbidden();

  abstract String reused();

  private HoldAnswer hold(UUID id, int from, int to) {
    return hold(id, from, to, null);
  }

  private HoldAnswer timed(UUID id, Instant until) {
    return hold(id, 3, 6, until.truncatedTo(ChronoUnit.MILLIS));
  }

  private HoldAnswer hold(UUID id, int from, int to, @Nullable Instant until) {
    var request = new HoldRequest(POOL, TODAY.plusDays(from), TODAY.plusDays(to), until);
    return inventory.hold(id, request).block();
  }

  private HoldAnswer end(UUID id, int to) {
    return inventory.end(id, new HoldEnd(TODAY.plusDays(to))).block();
  }

  private int free(int from, int to) {
    return inventory.place(POOL, TODAY.plusDays(from), TODAY.plusDays(to)).block().free();
  }

  private static Held held(HoldAnswer answer) {
    assertThat(answer).isInstanceOf(Held.class);
    return (Held) answer;
  }

  /** What the service did not do itself it sees a moment later. */
  private void awaitFree(int units) {
    Mono.fromSupplier(() -> free(3, 6))
        .subscribeOn(Schedulers.boundedElastic())
        .repeatWhen(again -> again.delayElements(Duration.ofMillis(20)))
        .filter(free -> free == units)
        .blockFirst(Duration.ofSeconds(10));
  }

  private static List<Refusal> reasons(HoldAnswer answer) {
    assertThat(answer).isInstanceOf(Refused.class);
    return ((Refused) answer).reasons();
  }
}
