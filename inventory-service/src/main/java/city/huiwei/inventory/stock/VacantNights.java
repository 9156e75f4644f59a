package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Period;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** What is taken on which nights, whole or since a version of a lane. */
@Repository
class VacantNights {

  /**
   * How far the database has come.
   *
   * @param lanes the version of each lane
   */
  record Moment(long stock, LocalDate today, Map<Integer, Long> lanes) {}

  private final DatabaseClient database;
  private final Pools pools;
  private final TransactionalOperator snapshot;

  VacantNights(DatabaseClient database, Pools pools, ReactiveTransactionManager transactions) {
    this.database = database;
    this.pools = pools;
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    definition.setReadOnly(true);
    this.snapshot = TransactionalOperator.create(transactions, definition);
  }

  Mono<Moment> moment() {
    return database
        .sql("select lane, version from lane")
        .map(row -> Map.entry(integer(row, "lane"), number(row, "version")))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .zipWith(
            database
                .sql(
                    """
                    select version, (now() at time zone 'Asia/Shanghai')::date today from stock
                    """)
                .map(row -> new Moment(number(row, "version"), date(row, "today"), Map.of()))
                .one(),
            (lanes, stock) -> new Moment(stock.stock(), stock.today(), lanes));
  }

  /** The whole board, as it is in one moment. */
  Mono<VacancyBoard> board() {
    return snapshot.transactional(
        // All rows are wanted, in the order in which they lie.
        database
            .sql("set local enable_seqscan = on")
            .then()
            .then(Mono.defer(this::moment))
            .zipWhen(moment -> pools.all(moment.today()).collectList())
            .flatMap(both -> {
              var moment = both.getT1();
              var board = new VacancyBoard(moment.stock(), moment.today(), both.getT2());
              board.isAt(moment.lanes());
              return counted(board, moment.today()).thenReturn(board);
            }));
  }

  /** What became of a lane's holds after one version, up to another and with it. */
  Mono<List<NightsChange>> since(int lane, long version, long upTo) {
    return database
        .sql(
            """
            select pool, lower(was) was_from, upper(was) was_to,
              lower(period) period_from, upper(period) period_to
            from hold_change
            where lane = :lane and version > :version and version <= :upTo
              and was is distinct from period
            """)
        .bind("lane", lane)
        .bind("version", version)
        .bind("upTo", upTo)
        .map(row -> new NightsChange(text(row, "pool"), period(row, "was"), period(row, "period")))
        .all()
        .collectList();
  }

  private Mono<Void> counted(VacancyBoard board, LocalDate from) {
    return database
        .sql(
            """
            select pool, lower(period) period_from, upper(period) period_to, count(*)::int units
            from hold
            where state in ('TIMED', 'FIRM') and period && daterange(:from, null)
            group by pool, period
            """)
        .bind("from", from)
        .map(row -> {
          var period = requireNonNull(period(row, "period"));
          board.count(text(row, "pool"), period, integer(row, "units"));
          return true;
        })
        .all()
        .then();
  }

  private static @Nullable Period period(Readable row, String name) {
    var from = row.get(name + "_from", LocalDate.class);
    return from == null ? null : new Period(from, row.get(name + "_to", LocalDate.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }

  private static int integer(Readable row, String column) {
    return requireNonNull(row.get(column, Integer.class));
  }

  private static long number(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }
}
