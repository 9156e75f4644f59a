package city.huiwei.booking.draw;

import static city.huiwei.booking.TestCity.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.draw.Draws.Trace;
import city.huiwei.edge.testing.Statements;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What the tables of draws refuse by themselves, whoever writes. */
@NullUnmarked
class DrawTablesTest {

  private static final Bytes HASH = Bytes.ofHex(SampleDraws.sha256("any"));

  private static TestCity city;
  private static Draws draws;
  private static Tickets tickets;
  private final String draw = SampleDraws.newId();

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    draws = city.bean(Draws.class);
    tickets = city.bean(Tickets.class);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void aDrawIsAnnounced() {
    assertThat(announced(draw)).isTrue();
  }

  @Test
  void whatWasAnnouncedIsReadAsItWasSaid() {
    var said = SampleDraws.announcement(SampleDraws.newId());
    assertThat(draws.announce(said, HASH, new byte[] {1}, "office").block()).isTrue();
    var read = draws.one(said.draw()).block();
    assertThat(read.announcement())
        .usingRecursiveComparison()
        .ignoringFields("closes", "drawsAt")
        .isEqualTo(said);
    assertThat(read.state()).isEqualTo(DrawState.OPEN);
    assertThat(draws.of(said.kind(), said.subject()).collectList().block())
        .extracting(DrawRecord::id)
        .containsExactly(said.draw());
  }

  @Test
  void anIdIsUsedOnce() {
    assertThat(announced(draw)).isFalse();
    draws.abort(draw, new Trace(DrawStep.ABORT, "the hall burnt", "office")).block();
    assertThat(announced(draw)).isFalse();
    assertThat(log(draw)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update draw_log set reason = 'nicer'",
        "update draw_log set at = now() where draw = '%s'",
        "delete from draw_log where draw = '%s'",
        "truncate draw_log"
      })
  void theLogOnlyGrows(String statement) {
    var before = count(city.bookingDatabase(), "select count(*) from draw_log");
    assertThatThrownBy(() -> run(statement.formatted(draw))).hasMessageContaining("it only grows");
    assertThat(count(city.bookingDatabase(), "select count(*) from draw_log")).isEqualTo(before);
  }

  /** The control: without its rule, the log can be rewritten. */
  @ParameterizedTest
  @CsvSource({
    "log_only_grows, update draw_log set reason = 'nicer'",
    "log_only_grows, delete from draw_log",
    "log_is_not_emptied, truncate draw_log"
  })
  void withoutItsRuleTheLogCouldBeRewritten(String trigger, String statement) {
    city.bean(TransactionalOperator.class)
        .execute(transaction -> {
          transaction.setRollbackOnly();
          return statement("alter table draw_log disable trigger " + trigger)
              .then(statement(statement))
              .then(statement("select count(*) from draw_log where reason = ''"));
        })
        .then()
        .block();
    assertThat(log(draw)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update draw set commitment = sha256('other') where draw = '%s'",
        "update draw set draws_at = draws_at + interval '1 hour' where draw = '%s'",
        "update draw set operator = 'op-other' where draw = '%s'",
        "update draw set reserved_places = '{2}' where draw = '%s'",
        "update draw set beacon_round = 'nist/2026-12-01T00:00:00Z' where draw = '%s'",
        "delete from draw where draw = '%s'",
        "truncate draw cascade"
      })
  void whatWasAnnouncedStays(String statement) {
    var before = draws.one(draw).block();
    assertThatThrownBy(() -> run(statement.formatted(draw)))
        .hasMessageMatching("(?s).*(does not change|it only grows).*");
    assertThat(draws.one(draw).block())
        .usingRecursiveComparison()
        .ignoringFields("readAt")
        .isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "'root = sha256(''r''), count = 1, state = ''WITNESSED''', state_says_what_is_known",
    "'witness_digits = ''1 2'', state = ''WITNESSED''', facts_come_in_order",
    "'office_seed = sha256(''s''), state = ''REVEALED''', facts_come_in_order",
    "'state = ''PUBLISHED''', what_is_published_was_drawn",
    "'root = sha256(''r''), state = ''FROZEN''', list_has_root_and_count"
  })
  void stepsComeInTheirOrder(String written, String rule) {
    assertThatThrownBy(() -> run("update draw set %s where draw = '%s'".formatted(written, draw)))
        .hasMessageContaining(rule);
  }

  @Test
  void aTicketIsEnteredReplacedAndWithdrawnWhileTheListIsOpen() {
    var ticket = SampleDraws.ticket(0);
    assertThat(tickets.enter(draw, ticket).block()).isTrue();
    var other = new Ticket(ticket.ticket(), "first-time", 2, SampleDraws.sha256("P2"));
    assertThat(tickets.replace(draw, other).block()).isTrue();
    assertThat(tickets.one(draw, ticket.ticket()).block()).isEqualTo(other);
    assertThat(tickets.withdraw(draw, ticket.ticket()).block()).isTrue();
    assertThat(tickets.withdraw(draw, ticket.ticket()).block()).isFalse();
    assertThat(tickets.replace(draw, other).block()).isFalse();
    assertThat(tickets.count(draw).block()).isZero();
  }

  @Test
  void afterTheDeadlineTheListTakesNothing() {
    tickets.enter(draw, SampleDraws.ticket(0)).block();
    SampleDraws.closed(city, draw);
    assertThat(tickets.enter(draw, SampleDraws.ticket(1)).block()).isFalse();
    assertThat(tickets.replace(draw, SampleDraws.ticket(0)).block()).isFalse();
    assertThat(tickets.withdraw(draw, SampleDraws.ticket(0).ticket()).block()).isFalse();
    assertThat(tickets.count(draw).block()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into draw_ticket select draw, md5('late'), category, chances, choices_hash from"
            + " draw_ticket where draw = '%s'",
        "update draw_ticket set chances = 3 where draw = '%s'",
        "delete from draw_ticket where draw = '%s'",
        "truncate draw_ticket"
      })
  void noOtherStatementGetsPastTheDeadlineEither(String statement) {
    tickets.enter(draw, SampleDraws.ticket(0)).block();
    SampleDraws.closed(city, draw);
    assertThatThrownBy(() -> run(statement.formatted(draw)))
        .hasMessageMatching("(?s).*(takes no tickets|it only grows).*");
    assertThat(tickets.one(draw, SampleDraws.ticket(0).ticket()).block())
        .isEqualTo(SampleDraws.ticket(0));
  }

  @Test
  void noTicketMovesToAnotherDraw() {
    tickets.enter(draw, SampleDraws.ticket(0)).block();
    var other = SampleDraws.newId();
    announced(other);
    assertThatThrownBy(() ->
            run("update draw_ticket set draw = '%s' where draw = '%s'".formatted(other, draw)))
        .hasMessageContaining("takes no tickets");
  }

  @Test
  void aFreezeWaitsForWhoHasEnteredAndNotCommitted() {
    var entering = entering();
    var seen =
        draws
            .locked(draw)
            .then(tickets.count(draw))
            .as(city.bean(TransactionalOperator.class)::transactional)
            .toFuture();
    assertThatThrownBy(() -> seen.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    entering.commit();
    assertThat(seen.join()).isOne();
  }

  /** The control: who does not lock the draw misses the ticket that is on its way. */
  @Test
  void whoDoesNotWaitMissesIt() {
    var entering = entering();
    assertThat(tickets.count(draw).block()).isZero();
    entering.commit();
    assertThat(tickets.count(draw).block()).isOne();
  }

  /** A ticket that is written, in a transaction that ends when it is told to. */
  private record Entering(CompletableFuture<Boolean> told, CompletableFuture<Boolean> done) {

    void commit() {
      told.complete(true);
      assertThat(done.join()).isTrue();
    }
  }

  private Entering entering() {
    var written = new CompletableFuture<Boolean>();
    var told = new CompletableFuture<Boolean>();
    var done =
        tickets
            .enter(draw, SampleDraws.ticket(0))
            .doOnNext(written::complete)
            .delayUntil(_ -> Mono.fromFuture(told))
            .as(city.bean(TransactionalOperator.class)::transactional)
            .toFuture();
    assertThat(written.join()).isTrue();
    return new Entering(told, done);
  }

  @Test
  void aResultComesOnlyWhenItIsDue() {
    assertThatThrownBy(() ->
            run("insert into draw_result values ('%s', md5('t'), 1, sha256('n'))".formatted(draw)))
        .hasMessageContaining("no result is due");
  }

  @Test
  void nobodyAbortsWithoutAReason() {
    assertThatThrownBy(() -> draws.abort(draw, new Trace(DrawStep.ABORT, "", "office")).block())
        .hasMessageContaining("abort_has_a_reason");
    assertThat(draws.one(draw).block().state()).isEqualTo(DrawState.OPEN);
  }

  private static boolean announced(String draw) {
    return draws
        .announce(SampleDraws.announcement(draw), HASH, new byte[] {1}, "office")
        .blockOptional()
        .orElseThrow();
  }

  private static long log(String draw) {
    return count(
        city.bookingDatabase(), "select count(*) from draw_log where draw = '%s'".formatted(draw));
  }

  private static Mono<Void> statement(String sql) {
    return city.bookingDatabase().sql(sql).then();
  }

  private static void run(String sql) {
    Statements.run(city.bookingDatabase(), sql);
  }
}
