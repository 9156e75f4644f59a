package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BatchState;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import city.huiwei.inventory.contract.Name;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is read of batches, with all that belongs to them, and how they change their state. */
@Repository
public class Batches {

  private static final String SELECT =
      """
      select batch, programme, operator, name_zh, name_en, way, state, reserve_order, rules_version,
        register_from, urgent_until, register_until, draw_at, confirm_until, drafted_by,
        drafted_at, released_by, released_at,
        (select draw from draw d where d.kind = 'BATCH' and d.subject = b.batch
          order by announced_at desc limit 1) draw,
        array(select pool from batch_part p where p.batch = b.batch order by pool) part_pools,
        array(select site from batch_part p where p.batch = b.batch order by pool) part_sites,
        array(select units from batch_part p where p.batch = b.batch order by pool) part_units,
        array(select lower(period) from batch_part p where p.batch = b.batch order by pool)
          part_from,
        array(select upper(period) from batch_part p where p.batch = b.batch order by pool) part_to,
        array(select category from batch_reserve r where r.batch = b.batch order by category)
          reserve_categories,
        array(select units from batch_reserve r where r.batch = b.batch order by category)
          reserve_units,
        array(select allotment from batch_allotment a where a.batch = b.batch order by allotment)
          allotments,
        array(select name from batch_allotment a where a.batch = b.batch order by allotment)
          allotment_names,
        array(select pool from batch_allotment a where a.batch = b.batch order by allotment)
          allotment_pools,
        array(select units from batch_allotment a where a.batch = b.batch order by allotment)
          allotment_units
      from batch b
      """;

  private final DatabaseClient database;

  Batches(DatabaseClient database) {
    this.database = database;
  }

  public Mono<Instant> now() {
    return database.sql("select now()").mapValue(Instant.class).one();
  }

  public Mono<Batch> one(UUID id) {
    return database
        .sql(SELECT + " where batch = :batch")
        .bind("batch", id)
        .map(Batches::batch)
        .one();
  }

  /** What is public of a programme, the newest first, those before one where it is named. */
  Flux<Batch> released(String programme, @Nullable UUID before, int most) {
    return database
        .sql(
            SELECT
                + """
                 where programme = :programme and state in ('RELEASED', 'SETTLED')
                  and (:before::uuid is null or batch < :before)
                order by batch desc limit :most
                """)
        .bind("programme", programme)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("most", most)
        .map(Batches::batch)
        .all();
  }

  /** An operator's own, drafts too, the newest first. */
  Flux<Batch> of(String operator, @Nullable UUID before, int most) {
    return database
        .sql(
            SELECT
                + """
                 where operator = :operator and (:before::uuid is null or batch < :before)
                order by batch desc limit :most
                """)
        .bind("operator", operator)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("most", most)
        .map(Batches::batch)
        .all();
  }

  /** False when it is no draft any more; the table refuses who drafted it. */
  Mono<Boolean> release(UUID id, UUID by) {
    return database
        .sql(
            """
            update batch set state = 'RELEASED', released_by = :by, released_at = now()
            where batch = :batch and state = 'DRAFT'
            """)
        .bind("batch", id)
        .bind("by", by)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** False when it is no draft any more. */
  Mono<Boolean> discard(UUID id) {
    return change(
        "update batch set state = 'DISCARDED' where batch = :batch and state = 'DRAFT'", id);
  }

  /**
   * Everything is placed; false when that was said before. What is left over is nobody's from a
   * moment on that {@link city.huiwei.booking.place.ClosedPeriods} chooses.
   */
  Mono<Boolean> settle(UUID id) {
    return change(
        """
        update batch set state = 'SETTLED', settled_at = now()
        where batch = :batch and state = 'RELEASED'
        """,
        id);
  }

  private Mono<Boolean> change(String statement, UUID id) {
    return database.sql(statement).bind("batch", id).fetch().rowsUpdated().map(rows -> rows == 1);
  }

  private static Batch batch(Readable row) {
    return new Batch(
        requireNonNull(row.get("batch", UUID.class)),
        text(row, "programme"),
        text(row, "operator"),
        new Name(text(row, "name_zh"), text(row, "name_en")),
        Way.valueOf(text(row, "way")),
        BatchState.valueOf(text(row, "state")),
        schedule(row),
        ReserveOrder.valueOf(text(row, "reserve_order")),
        text(row, "rules_version"),
        row.get("draw", String.class),
        people(row),
        parts(row),
        reserves(row),
        allotments(row));
  }

  private static @Nullable Schedule schedule(Readable row) {
    var from = row.get("register_from", Instant.class);
    return from == null
        ? null
        : new Schedule(
            from,
            requireNonNull(row.get("urgent_until", Instant.class)),
            requireNonNull(row.get("register_until", Instant.class)),
            row.get("draw_at", Instant.class),
            requireNonNull(row.get("confirm_until", Instant.class)));
  }

  private static Batch.People people(Readable row) {
    return new Batch.People(
        requireNonNull(row.get("drafted_by", UUID.class)),
        requireNonNull(row.get("drafted_at", Instant.class)),
        row.get("released_by", UUID.class),
        row.get("released_at", Instant.class));
  }

  private static List<Part> parts(Readable row) {
    var pools = texts(row, "part_pools");
    var sites = texts(row, "part_sites");
    var units = numbers(row, "part_units");
    var from = requireNonNull(row.get("part_from", LocalDate[].class));
    var to = requireNonNull(row.get("part_to", LocalDate[].class));
    return IntStream.range(0, pools.length)
        .mapToObj(i -> new Part(pools[i], sites[i], units[i], from[i], to[i]))
        .toList();
  }

  private static List<Reserve> reserves(Readable row) {
    var categories = texts(row, "reserve_categories");
    var units = numbers(row, "reserve_units");
    return IntStream.range(0, categories.length)
        .mapToObj(i -> new Reserve(Category.named(categories[i]).orElseThrow(), units[i]))
        .toList();
  }

  private static List<Allotment> allotments(Readable row) {
    var codes = texts(row, "allotments");
    var names = texts(row, "allotment_names");
    var pools = texts(row, "allotment_pools");
    var units = numbers(row, "allotment_units");
    return IntStream.range(0, codes.length)
        .mapToObj(i -> new Allotment(codes[i], names[i], pools[i], units[i]))
        .toList();
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static String[] texts(Readable row, String column) {
    return requireNonNull(row.get(column, String[].class));
  }

  private static Integer[] numbers(Readable row, String column) {
    return requireNonNull(row.get(column, Integer[].class));
  }
}
