package city.huiwei.booking.draw;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.draw.Announcement.Reserve;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of draws; every step leaves its trace in the same statement. */
@Repository
public class Draws {

  private static final String READ =
      """
      select draw, kind, subject, operator, rules_version, capacity, reserved_for, reserved_places,
        reserve_order, closes, draws_at, beacon_round, commitment, sealed_seed, replaces, state, root,
        count, witness_digits, office_seed, beacon_value, key, announced_at, clock_timestamp() as now
      from draw
      """;

  private final DatabaseClient database;

  Draws(DatabaseClient database) {
    this.database = database;
  }

  /**
   * @param reason why, where the step needs one; empty otherwise
   * @param actor the account, or {@code system}
   */
  record Trace(DrawStep step, String reason, String actor) {}

  /** Whether it was written: an id is used once, and only what was broken off is replaced, once. */
  Mono<Boolean> announce(Announcement said, Bytes commitment, byte[] sealedSeed, String actor) {
    return database
        .sql(
            """
            with made as (
              insert into draw (draw, kind, subject, operator, rules_version, capacity, reserved_for,
                reserved_places, reserve_order, closes, draws_at, beacon_round, commitment, sealed_seed,
                replaces)
              select :draw, :kind, :subject, :operator, :rules, :capacity, :reserved_for,
                :reserved_places, :reserve_order, :closes, :draws_at, :round, :commitment, :seed,
                :replaces
              where cast(:replaces as text) is null or exists (
                select from draw where draw = :replaces and state = 'ABORTED' and operator = :operator)
              on conflict do nothing
              returning draw)
            insert into draw_log (draw, step, actor) select draw, 'ANNOUNCE', :actor from made
            """)
        .bind("draw", said.draw())
        .bind("kind", said.kind().name())
        .bind("subject", said.subject())
        .bind("operator", said.operator())
        .bind("rules", said.rulesVersion())
        .bind("capacity", said.capacity())
        .bind(
            "reserved_for", said.reserves().stream().map(Reserve::category).toArray(String[]::new))
        .bind(
            "reserved_places",
            said.reserves().stream().map(Reserve::places).toArray(Integer[]::new))
        .bind("reserve_order", said.reserveOrder().name())
        .bind("closes", said.closes())
        .bind("draws_at", said.drawsAt())
        .bind("round", said.round().text())
        .bind("commitment", commitment.toArray())
        .bind("seed", sealedSeed)
        .bind("replaces", Parameter.fromOrEmpty(said.replaces(), String.class))
        .bind("actor", actor)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  public Mono<DrawRecord> one(String draw) {
    return database.sql(READ + " where draw = :draw").bind("draw", draw).map(Draws::record).one();
  }

  /** The draws of a batch or round, the latest first: more than one where some were broken off. */
  public Flux<DrawRecord> of(Announcement.Kind kind, UUID subject) {
    return database
        .sql(
            READ + " where kind = :kind and subject = :subject order by announced_at desc limit 20")
        .bind("kind", kind.name())
        .bind("subject", subject)
        .map(Draws::record)
        .all();
  }

  /** An operator's draws, the latest first, those announced before one where it is named. */
  Flux<DrawRecord> at(String operator, @Nullable String after, int most) {
    return database
        .sql(
            READ
                + """
                 where operator = :operator and (cast(:after as text) is null
                  or (announced_at, draw) < (select announced_at, draw from draw where draw = :after))
                order by announced_at desc, draw desc limit :most
                """)
        .bind("operator", operator)
        .bind("after", Parameter.fromOrEmpty(after, String.class))
        .bind("most", most)
        .map(Draws::record)
        .all();
  }

  /** Those whose list is to be frozen, by the database's clock. */
  Flux<String> closed(int most) {
    return database
        .sql(
            """
            select draw from draw where state = 'OPEN' and closes <= clock_timestamp()
            order by closes limit :most
            """)
        .bind("most", most)
        .mapValue(String.class)
        .all();
  }

  /** A line of the log; who did it is not public. */
  public record Entry(Instant at, String step, String reason) {}

  /** Everything that was done, the oldest first. */
  Flux<Entry> log(String draw) {
    return database
        .sql("select at, step, reason from draw_log where draw = :draw order by entry limit 100")
        .bind("draw", draw)
        .map(row ->
            new Entry(
                requireNonNull(row.get("at", Instant.class)),
                text(row, "step"),
                text(row, "reason")))
        .all();
  }

  /** Nobody enters a ticket or takes a step until the transaction ends. */
  Mono<DrawRecord> locked(String draw) {
    return database
        .sql(READ + " where draw = :draw for no key update")
        .bind("draw", draw)
        .map(Draws::record)
        .one();
  }

  /** Whether the step was taken: the draw was where the step begins, and its time has come. */
  Mono<Boolean> freeze(String draw, Bytes root, int count, Trace trace) {
    return taken(
        step(draw, trace, "root = :root, count = :count", "closes <= clock_timestamp()")
            .bind("root", root.toArray())
            .bind("count", count));
  }

  Mono<Boolean> witness(String draw, String digits, Trace trace) {
    return taken(step(draw, trace, "witness_digits = :digits", "true").bind("digits", digits));
  }

  /** The seed is shown while nobody knows the beacon's value, or never. */
  Mono<Boolean> reveal(String draw, Bytes seed, Trace trace) {
    return taken(
        step(draw, trace, "office_seed = :seed", "clock_timestamp() < draws_at")
            .bind("seed", seed.toArray()));
  }

  Mono<Boolean> light(String draw, Bytes value, Trace trace) {
    return taken(
        step(draw, trace, "beacon_value = :value", "draws_at <= clock_timestamp()")
            .bind("value", value.toArray()));
  }

  Mono<Boolean> drawn(String draw, Bytes key, Trace trace) {
    return taken(step(draw, trace, "key = :key", "true").bind("key", key.toArray()));
  }

  Mono<Boolean> publish(String draw, Trace trace) {
    return taken(step(draw, trace, "key = key", "true"));
  }

  private DatabaseClient.GenericExecuteSpec step(
      String draw, Trace trace, String written, String condition) {
    return database
        .sql(
            """
            with moved as (
              update draw set state = :after, %s
              where draw = :draw and state = :before and %s
              returning draw)
            insert into draw_log (draw, step, reason, actor)
            select draw, :step, :reason, :actor from moved
            """
                .formatted(written, condition))
        .bind("draw", draw)
        .bind("before", requireNonNull(trace.step().before()).name())
        .bind("after", trace.step().after().name())
        .bind("step", trace.step().name())
        .bind("reason", trace.reason())
        .bind("actor", trace.actor());
  }

  private static Mono<Boolean> taken(DatabaseClient.GenericExecuteSpec step) {
    return step.fetch().rowsUpdated().map(rows -> rows == 1);
  }

  /** Whether it was broken off now; what is published stays. */
  Mono<Boolean> abort(String draw, Trace trace) {
    return taken(
        database
            .sql(
                """
                with moved as (
                  update draw set state = 'ABORTED'
                  where draw = :draw and state not in ('PUBLISHED', 'ABORTED')
                  returning draw)
                insert into draw_log (draw, step, reason, actor)
                select draw, 'ABORT', :reason, :actor from moved
                """)
            .bind("draw", draw)
            .bind("reason", trace.reason())
            .bind("actor", trace.actor()));
  }

  private static DrawRecord record(Readable row) {
    return new DrawRecord(
        announcement(row),
        DrawState.valueOf(text(row, "state")),
        bytes(row, "commitment"),
        bytes(row, "sealed_seed"),
        bytesOrNull(row, "root"),
        row.get("count", Integer.class),
        row.get("witness_digits", String.class),
        bytesOrNull(row, "office_seed"),
        bytesOrNull(row, "beacon_value"),
        bytesOrNull(row, "key"),
        requireNonNull(row.get("announced_at", Instant.class)),
        requireNonNull(row.get("now", Instant.class)));
  }

  private static Announcement announcement(Readable row) {
    return new Announcement(
        text(row, "draw"),
        Announcement.Kind.valueOf(text(row, "kind")),
        requireNonNull(row.get("subject", UUID.class)),
        text(row, "operator"),
        text(row, "rules_version"),
        requireNonNull(row.get("capacity", Integer.class)),
        reserves(row),
        ReserveOrder.valueOf(text(row, "reserve_order")),
        requireNonNull(row.get("closes", Instant.class)),
        requireNonNull(row.get("draws_at", Instant.class)),
        Round.parse(text(row, "beacon_round")).orElseThrow(),
        row.get("replaces", String.class));
  }

  private static List<Reserve> reserves(Readable row) {
    var categories = requireNonNull(row.get("reserved_for", String[].class));
    var places = requireNonNull(row.get("reserved_places", Integer[].class));
    return IntStream.range(0, categories.length)
        .mapToObj(at -> new Reserve(categories[at], places[at]))
        .toList();
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static Bytes bytes(Readable row, String column) {
    return Bytes.of(requireNonNull(row.get(column, byte[].class)));
  }

  private static @Nullable Bytes bytesOrNull(Readable row, String column) {
    var content = row.get(column, byte[].class);
    return content == null ? null : Bytes.of(content);
  }
}
