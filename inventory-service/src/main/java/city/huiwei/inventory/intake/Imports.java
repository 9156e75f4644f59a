package city.huiwei.inventory.intake;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.intake.Import.Phase;
import city.huiwei.inventory.intake.Import.State;
import city.huiwei.inventory.stockfile.StockFile;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import}: each has one attempt at a time, and in the end one report. */
@Repository
class Imports {

  private final DatabaseClient database;
  private final JsonMapper json;

  Imports(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Begins the import, or takes over one of the same content that nobody was seen working on; empty
   * when the id is taken.
   */
  Mono<UUID> begin(
      UUID id, StockFile file, Spool spool, @Nullable String operator, Duration silence) {
    return database
        .sql(
            """
            insert into import as i (import, file, digest, operator, state, phase, bytes, attempt)
            values (:id, :file, :digest, :operator, 'RUNNING', 'READING', :bytes, gen_random_uuid())
            on conflict (import) do update
              set attempt = excluded.attempt, phase = excluded.phase, rows = 0, seen_at = now()
              where i.state = 'RUNNING' and i.seen_at < now() - :silence::interval
                and (i.file, i.digest) = (excluded.file, excluded.digest)
                and i.operator is not distinct from excluded.operator
            returning attempt
            """)
        .bind("id", id)
        .bind("file", file.slug())
        .bind("digest", spool.digest())
        .bind("operator", Parameter.fromOrEmpty(operator, String.class))
        .bind("bytes", spool.bytes())
        .bind("silence", silence.toString())
        .mapValue(UUID.class)
        .one();
  }

  Mono<Import> find(UUID id) {
    return database
        .sql("select * from import where import = :id")
        .bind("id", id)
        .map(this::row)
        .one();
  }

  /** Says that this attempt is alive and how far it is. */
  Mono<Void> note(UUID id, UUID attempt, Phase phase, long rows) {
    return database
        .sql(
            """
            update import set phase = :phase, rows = :rows, seen_at = now()
            where import = :id and attempt = :attempt and state = 'RUNNING'
            """)
        .bind("id", id)
        .bind("attempt", attempt)
        .bind("phase", phase.name())
        .bind("rows", rows)
        .fetch()
        .rowsUpdated()
        .then();
  }

  /** Ends the import with its report; false when another attempt has taken it over. */
  Mono<Boolean> end(UUID id, UUID attempt, Report report) {
    return database
        .sql(
            """
            update import set state = :state, phase = 'ENDED', rows = :rows, report = :report::jsonb,
              seen_at = now(), ended_at = clock_timestamp()
            where import = :id and attempt = :attempt and state = 'RUNNING'
            """)
        .bind("id", id)
        .bind("attempt", attempt)
        .bind("state", (report.isRefusal() ? State.REFUSED : State.DONE).name())
        .bind("rows", report.rows())
        .bind("report", json.writeValueAsString(report))
        .fetch()
        .rowsUpdated()
        .map(changed -> changed == 1);
  }

  /**
   * Forgets an attempt that failed by our fault, so that the same file may be sent again at once.
   */
  Mono<Void> forget(UUID id, UUID attempt) {
    return database
        .sql("delete from import where import = :id and attempt = :attempt and state = 'RUNNING'")
        .bind("id", id)
        .bind("attempt", attempt)
        .fetch()
        .rowsUpdated()
        .then();
  }

  private Import row(Readable row) {
    var report = row.get("report", Json.class);
    return new Import(
        requireNonNull(row.get("import", UUID.class)),
        StockFile.of(text(row, "file")).orElseThrow(),
        text(row, "digest"),
        row.get("operator", String.class),
        State.valueOf(text(row, "state")),
        Phase.valueOf(text(row, "phase")),
        requireNonNull(row.get("rows", Long.class)),
        requireNonNull(row.get("bytes", Long.class)),
        requireNonNull(row.get("attempt", UUID.class)),
        report == null ? null : json.readValue(report.asString(), Report.class),
        requireNonNull(row.get("started_at", Instant.class)),
        row.get("ended_at", Instant.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
