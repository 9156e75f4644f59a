package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of claims that it is urgent. */
@Repository
class Urgencies {

  private static final String SELECT =
      """
      select entry, reference, asked, asked_at, granted, reason, decided_at
      from batch_urgency u join batch_entry e using (entry)
      """;

  private final DatabaseClient database;

  Urgencies(DatabaseClient database) {
    this.database = database;
  }

  /**
   * A claim.
   *
   * @param asked sealed
   * @param granted absent while nobody has decided
   */
  record Claim(
      UUID entry,
      String reference,
      byte[] asked,
      Instant askedAt,
      @Nullable Boolean granted,
      @Nullable String reason,
      @Nullable Instant decidedAt) {

    @Override
    public String toString() {
      return reference;
    }
  }

  /** False when it comes too late, or one was made before. */
  Mono<Boolean> add(UUID entry, byte[] asked) {
    return database
        .sql(
            """
            insert into batch_urgency (entry, asked)
            select entry, :asked from batch_entry e join batch b using (batch)
            where entry = :entry and e.state = 'ENTERED' and b.state = 'RELEASED'
              and now() < urgent_until
            on conflict do nothing
            """)
        .bind("entry", entry)
        .bind("asked", asked)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** False when somebody has decided, or it is not in this batch. */
  Mono<Boolean> decide(UUID entry, boolean granted, String reason, UUID by) {
    return database
        .sql(
            """
            update batch_urgency set granted = :granted, reason = :reason, decided_by = :by,
              decided_at = now()
            where entry = :entry and granted is null
            """)
        .bind("entry", entry)
        .bind("granted", granted)
        .bind("reason", reason)
        .bind("by", by)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  Mono<Claim> one(UUID entry) {
    return database
        .sql(SELECT + " where entry = :entry")
        .bind("entry", entry)
        .map(Urgencies::claim)
        .one();
  }

  /** Those nobody has looked at first, each in the order in which they came. */
  Flux<Claim> of(UUID batch, int most) {
    return database
        .sql(
            SELECT
                + """
                 where batch = :batch and state = 'ENTERED'
                order by granted is not null, asked_at limit :most
                """)
        .bind("batch", batch)
        .bind("most", most)
        .map(Urgencies::claim)
        .all();
  }

  private static Claim claim(Readable row) {
    return new Claim(
        requireNonNull(row.get("entry", UUID.class)),
        requireNonNull(row.get("reference", String.class)),
        requireNonNull(row.get("asked", byte[].class)),
        requireNonNull(row.get("asked_at", Instant.class)),
        row.get("granted", Boolean.class),
        row.get("reason", String.class),
        row.get("decided_at", Instant.class));
  }
}
