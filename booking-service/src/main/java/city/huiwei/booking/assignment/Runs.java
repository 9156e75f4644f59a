package city.huiwei.booking.assignment;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far batches have come from rank to room. */
@Repository
class Runs {

  private static final String LIVE = "('PROPOSED', 'OPEN', 'ACCEPTED')";
  private static final String BACK = "('DECLINED', 'LAPSED', 'FAILED')";

  private final DatabaseClient database;

  Runs(DatabaseClient database) {
    this.database = database;
  }

  /**
   * A batch whose list is gone through now; its row is locked.
   *
   * @param comeBack rooms that had come back by then
   */
  record Run(UUID batch, int round, long comeBack) {}

  Mono<LocalDate> today() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
        .one();
  }

  /** Batches whose ranks are known, by draw or by list, and whose rooms nobody has given yet. */
  Flux<UUID> due(int most) {
    return database
        .sql(
            """
            select batch from batch b
            where state = 'RELEASED' and batch not in (select batch from assignment_run)
              and (way = 'LIST' and register_until <= now()
                or way = 'DRAW' and exists (select from draw d
                  where d.kind = 'BATCH' and d.subject = b.batch and d.state = 'PUBLISHED'))
            order by batch limit :most
            """)
        .bind("most", most)
        .mapValue(UUID.class)
        .all();
  }

  /** Begins the first round; empty when somebody else has. */
  Mono<Run> begin(UUID batch) {
    return database
        .sql(
            """
            insert into assignment_run (batch) values (:batch)
            on conflict do nothing returning batch, round, come_back
            """)
        .bind("batch", batch)
        .map(Runs::run)
        .one();
  }

  /**
   * Batches of which rooms have come back since the list was last gone through. None whose rooms
   * inventory is still asked for.
   */
  Flux<UUID> toGoThroughAgain(Duration since, int most) {
    return database
        .sql(
            """
            select r.batch from assignment_run r
            where settled_at is null and placed_at < now() - :since * interval '1 millisecond'
              and come_back < (select count(*) from assignment a
                where a.batch = r.batch and a.state in %s)
              and not exists (select from assignment a
                where a.batch = r.batch and a.state = 'PROPOSED')
            order by placed_at limit :most
            """
                .formatted(BACK))
        .bind("since", since.toMillis())
        .bind("most", most)
        .mapValue(UUID.class)
        .all();
  }

  /** Begins another round; empty when somebody else goes through the list at this moment. */
  Mono<Run> again(UUID batch) {
    return database
        .sql(
            """
            update assignment_run r set round = round + 1, placed_at = now(),
              come_back = (select count(*) from assignment a
                where a.batch = r.batch and a.state in %s)
            where batch in (select batch from assignment_run
                where batch = :batch and settled_at is null for update skip locked)
              and come_back < (select count(*) from assignment a
                where a.batch = r.batch and a.state in %s)
            returning batch, round, come_back
            """
                .formatted(BACK, BACK))
        .bind("batch", batch)
        .map(Runs::run)
        .one();
  }

  /**
   * Batches with nothing that waits, and nothing that came back since; each for one caller only.
   */
  Flux<UUID> settle(int most) {
    return database
        .sql(
            """
            update assignment_run set settled_at = now() where batch in (
              select batch from assignment_run r
              where settled_at is null
                and not exists (select from assignment a
                  where a.batch = r.batch and (a.state in %s or a.driven_at is not null))
                and come_back = (select count(*) from assignment a
                  where a.batch = r.batch and a.state in %s)
              limit :most for update skip locked)
            returning batch
            """
                .formatted(LIVE, BACK))
        .bind("most", most)
        .mapValue(UUID.class)
        .all();
  }

  /** Tickets of a batch that never got a room, or lost it by nobody's wish. */
  Flux<String> withoutARoom(UUID batch) {
    return database
        .sql(
            """
            select ticket from batch_entry e
            where batch = :batch and state = 'ENTERED' and (outcome is null or outcome = 'PLACED')
              and not exists (select from assignment a
                where a.entry = e.entry and a.state = 'BOOKED')
            """)
        .bind("batch", batch)
        .mapValue(String.class)
        .all();
  }

  private static Run run(Readable row) {
    return new Run(
        requireNonNull(row.get("batch", UUID.class)),
        requireNonNull(row.get("round", Integer.class)),
        requireNonNull(row.get("come_back", Long.class)));
  }
}
