package city.huiwei.inventory.intake;

import static city.huiwei.inventory.intake.StockRoom.rooms;
import static city.huiwei.inventory.stockfile.StockFile.GRADUATE_ROOMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.hold.Holding;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportRaceTest {

  private static final String TAKE =
      """
      insert into hold (site, hold, pool, unit, unit_number, state, asked, period)
      select site, gen_random_uuid(), 'gh-001.studio', unit, number, 'FIRM', '[today,)', '[today,)'
      from (values ('gh-001', 'a-1', NUMBER)) as planned (site, unit, number)
      """;
  private static final String HOLDS_ON_NOTHING =
      "hold h where state in ('TIMED', 'FIRM')"
          + " and not exists (select from unit u where (u.site, u.unit) = (h.site, h.unit))";

  private static StockRoom room;

  @BeforeAll
  static void open() {
    room = new StockRoom();
  }

  @BeforeEach
  void oneStudioAndAnotherRoom() {
    room.clear();
    room.withSites().takeOverRooms("a-1,gh-001,studio", "b-1,gh-001,one-bedroom");
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void aBookingJustBeforeTheRemovalKeepsItsUnit() throws Exception {
    try (var booking = connection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      booking.createStatement().execute(take());
      var removal = threads.submit(() -> room.takeOverRooms("b-1,gh-001,one-bedroom"));
      awaitSomebodyWaiting();
      booking.commit();
      assertThat(removal.get(20, TimeUnit.SECONDS).kept()).hasSize(1);
    }
    assertThat(room.units("gh-001")).containsExactly("a-1", "b-1");
  }

  @Test
  void aBookingJustAfterTheRemovalHearsPlanAnew() throws Exception {
    assertThatThrownBy(this::bookDuringRemoval)
        .hasRootCauseInstanceOf(SQLException.class)
        .rootCause()
        .satisfies(error -> assertThat(((SQLException) error).getSQLState()).isEqualTo("40001"));
    assertThat(room.count(HOLDS_ON_NOTHING)).isZero();
  }

  /** Shows that the test above tests something. */
  @Test
  void withoutTheTriggerThatBookingIsOnAUnitThatVanished() throws Exception {
    Statements.run(room.database, "alter table hold disable trigger new_holds_are_on_units");
    try {
      bookDuringRemoval();
    } finally {
      Statements.run(room.database, "alter table hold enable trigger new_holds_are_on_units");
    }
    assertThat(room.count(HOLDS_ON_NOTHING)).isOne();
  }

  /** What somebody writes who read the stock before it changed. */
  private String take() {
    var number = room.texts("select number::text from unit where unit = 'a-1'").getFirst();
    return TAKE.replace("NUMBER", number);
  }

  private void bookDuringRemoval() throws Exception {
    try (var removal = connection();
        var booking = connection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var take = take();
      removal.createStatement().execute("select from unit where unit = 'a-1' for update");
      removal.createStatement().execute("delete from unit where unit = 'a-1'");
      var taken = threads.submit(() -> booking.createStatement().execute(take));
      if (room.count("pg_trigger where tgname = 'new_holds_are_on_units' and tgenabled <> 'D'")
          > 0) {
        awaitSomebodyWaiting();
      }
      removal.commit();
      taken.get(20, TimeUnit.SECONDS);
      booking.commit();
    }
  }

  @Test
  void aHoldIsNotSeatedAnewOnAUnitThatIsNotInItsPool() {
    room.hold("gh-001", "a-1", 0, 3);
    assertThatThrownBy(() -> Statements.run(room.database, "update hold set unit = 'b-1'"))
        .hasMessageContaining("not in its pool");
    Statements.run(room.database, "update hold set state = 'RELEASED'");
  }

  @Test
  void ofRemovalsAndBookingsAtOnceEitherWinsAndNobodyHoldsNothing() throws Exception {
    for (int round = 0; round < 40; round++) {
      var results =
          allAtOnce(
              () -> room.takeOverRooms("b-1,gh-001,one-bedroom"),
              this::book,
              () -> room.takeOverRooms("b-1,gh-001,one-bedroom"));
      boolean held = results.get(1) instanceof HoldAnswer.Held;
      assertThat(room.units("gh-001").contains("a-1")).isEqualTo(held);
      assertThat(room.count(HOLDS_ON_NOTHING)).isZero();
      Statements.run(room.database, "delete from hold");
      room.takeOverRooms("a-1,gh-001,studio", "b-1,gh-001,one-bedroom");
    }
  }

  @Test
  void ofManyDifferentFilesAtOnceOneIsTheStockInTheEnd() throws Exception {
    var files =
        IntStream.range(0, 4)
            .<Callable<?>>mapToObj(n ->
                () ->
                    room.takeOverRooms(
                        IntStream.range(0, 200)
                            .mapToObj(unit -> "v" + n + "-" + unit + ",gh-001,studio")
                            .toArray(String[]::new)))
            .toArray(Callable<?>[]::new);
    for (var result : allAtOnce(files)) {
      assertThat(((Report) result).counts().added()).isEqualTo(200);
    }
    var units = room.units("gh-001");
    assertThat(units).hasSize(200);
    assertThat(units).allMatch(unit -> unit.startsWith(units.getFirst().substring(0, 3)));
    assertThat(room.count("pool")).isOne();
  }

  @Test
  void theSameImportFromManyHandsAtOnceIsWrittenOnce() throws Exception {
    var id = UUID.randomUUID();
    var content = rooms("c-1,gh-002,studio", "c-2,gh-002,studio").getBytes(UTF_8);
    Callable<?> hand = () -> room.bring(id, GRADUATE_ROOMS, null, content);
    for (var result : allAtOnce(hand, hand, hand, hand)) {
      assertThat(((Import) result).state()).isIn(Import.State.DONE, Import.State.RUNNING);
    }
    var report = requireNonNull(room.bring(id, GRADUATE_ROOMS, null, content).report());
    assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
    assertThat(room.units("gh-002")).containsExactly("c-1", "c-2");
  }

  private HoldAnswer book() {
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    var request = new HoldRequest("gh-001.studio", today.plusDays(1), today.plusDays(3), null);
    return requireNonNull(
        room.service.getBean(Holding.class).hold(UUID.randomUUID(), request).block());
  }

  private static List<Object> allAtOnce(Callable<?>... steps) throws Exception {
    var start = new CyclicBarrier(steps.length);
    var running = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(steps.length)) {
      for (var step : steps) {
        running.add(
            threads.submit(() -> {
              start.await();
              return step.call();
            }));
      }
    }
    var results = new ArrayList<>();
    for (var each : running) {
      results.add(each.get());
    }
    return results;
  }

  private void awaitSomebodyWaiting() throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (room.count(
              "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
          > 0) {
        return;
      }
      Thread.sleep(10);
    }
    throw new IllegalStateException("nobody waits");
  }

  private Connection connection() throws SQLException {
    var address = room.service.getEnvironment().getProperty("huiwei.database");
    var connection = DriverManager.getConnection("jdbc:postgresql://" + address + "?user=postgres");
    connection.setAutoCommit(false);
    return connection;
  }
}
