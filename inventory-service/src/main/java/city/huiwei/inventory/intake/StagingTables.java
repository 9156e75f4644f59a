package city.huiwei.inventory.intake;

import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Fills a staging table with the rows of a file, at the database's pace. */
@Component
class StagingTables {

  /** A large file takes longer than anything else the service does; nobody waits for ever. */
  private static final String PATIENCE =
      """
      set local statement_timeout = '15min';
      set local lock_timeout = '2min';
      set local idle_in_transaction_session_timeout = '1min';
      set local work_mem = '64MB';
      set local enable_seqscan = on;
      set local plan_cache_mode = auto
      """;

  private final DatabaseClient database;

  StagingTables(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> fill(StockTables table, StagedRows rows) {
    return execute(PATIENCE)
        .then(execute(table.create()))
        // One COPY a piece, each awaited: the driver takes in all of a COPY as fast as it comes,
        // and
        // a million rows do not fit into the memory.
        .thenMany(Flux.defer(() -> pieces(rows)).concatMap(piece -> copy(table.copy(), piece), 1))
        .then(execute(table.prepare()));
  }

  /** One import at a time changes the stock: what was checked must hold until it is written. */
  Mono<Void> awaitTurn() {
    return execute("select pg_advisory_xact_lock(hashtext('import of stock'))");
  }

  private Mono<Long> copy(String statement, byte[] piece) {
    return database.inConnection(connection ->
        postgres(connection).copyIn(statement, Mono.just(Unpooled.wrappedBuffer(piece))));
  }

  /** Parsing blocks on the disk, so it has threads of its own; a piece is read when asked for. */
  private static Flux<byte[]> pieces(StagedRows rows) {
    return Flux.<byte[]>generate(sink -> readInto(sink, rows))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static void readInto(SynchronousSink<byte[]> sink, StagedRows rows) {
    try {
      rows.next().ifPresentOrElse(sink::next, sink::complete);
    } catch (IOException failure) {
      sink.error(new UncheckedIOException(failure));
    }
  }

  private Mono<Void> execute(String statements) {
    return database.sql(statements).fetch().rowsUpdated().then();
  }

  private static PostgresqlConnection postgres(Connection connection) {
    var at = connection;
    while (!(at instanceof PostgresqlConnection postgres)) {
      if (!(at instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection inner)) {
        throw new IllegalStateException("not a connection to PostgreSQL: " + at);
      }
      at = inner;
    }
    return postgres;
  }
}
