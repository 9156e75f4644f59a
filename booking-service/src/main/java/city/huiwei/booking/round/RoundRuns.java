package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the engine made of rounds: the tables only grow. */
@Repository
class RoundRuns {

  private static final TypeReference<Map<String, Integer>> PRIORITIES = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  RoundRuns(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Empty when that run was made before. */
  Mono<Integer> add(RoundRun run, byte[] market, String actor) {
    return database
        .sql(
            """
            insert into round_run (round, run, draw, engine, rules_version, rules_hash, market_hash,
              market, cut_offs, blocking, children, placed, passes, millis, made_by)
            values (:round, :run, :draw, :engine, :rules, :rulesHash, :marketHash, :market, :cutOffs,
              :blocking, :children, :placed, :passes, :millis, :actor)
            on conflict do nothing
            returning run::int
            """)
        .bind("round", run.round())
        .bind("run", run.run())
        .bind("draw", run.draw())
        .bind("engine", run.engine())
        .bind("rules", run.rulesVersion())
        .bind("rulesHash", run.rulesHash())
        .bind("marketHash", run.marketHash())
        .bind("market", market)
        .bind("cutOffs", Json.of(run.cutOffs()))
        .bind("blocking", Json.of(run.blocking()))
        .bind("children", run.children())
        .bind("placed", run.placed())
        .bind("passes", run.passes())
        .bind("millis", run.millis())
        .bind("actor", actor)
        .mapValue(Integer.class)
        .one();
  }

  /** As one text of JSON: a statement a child would take as long as the matching itself. */
  Mono<Void> place(UUID round, int run, List<Placement> placements) {
    return database
        .sql(
            """
            insert into round_placement (round, run, application, family, number, category, points,
              priorities, seat, pool, choice)
            select :round, :run, application, family, number, category, points, priorities, seat, pool,
              choice
            from jsonb_to_recordset(:placements::jsonb) as p (application uuid, family uuid, number text,
              category text, points int, priorities jsonb, seat text, pool text, choice smallint)
            """)
        .bind("round", round)
        .bind("run", run)
        .bind("placements", Json.of(json.writeValueAsString(placements)))
        .then();
  }

  /**
   * Everybody sees it from now on, and what is to be offered is written down. Whether it was
   * written: it was made, and nobody has published it before.
   */
  Mono<Boolean> publish(UUID round, int run, String actor) {
    return database
        .sql(
            """
            with published as (
              insert into round_publication (round, run, by)
              select round, run, :actor from round_run where round = :round and run = :run
              on conflict do nothing
              returning round, run),
            offered as (
              insert into round_offer (round, run, application, offer)
              select p.round, p.run, p.application, uuidv7()
              from round_placement p join published using (round, run)
              where p.pool is not null and p.pool is distinct from p.seat)
            select count(*) from published
            """)
        .bind("round", round)
        .bind("run", run)
        .bind("actor", actor)
        .mapValue(Long.class)
        .one()
        .map(count -> count == 1);
  }

  /** The latest first; only what everybody sees, or all. */
  Flux<RoundRun> of(UUID round, boolean onlyPublished) {
    return database
        .sql(
            """
            select r.*, p.at as published_at from round_run r
            left join round_publication p using (round, run)
            where r.round = :round and (p.at is not null or not :published)
            order by r.run desc
            """)
        .bind("round", round)
        .bind("published", onlyPublished)
        .map(RoundRuns::run)
        .all();
  }

  /** What came out for an entry's children, as far as it is published; the latest run first. */
  Flux<Placed> of(UUID family) {
    return database
        .sql(
            """
            select p.*, o.offer from round_placement p
            join round_publication using (round, run)
            left join round_offer o using (round, run, application)
            where p.family = :family order by p.run desc limit 50
            """)
        .bind("family", family)
        .map(this::placed)
        .all();
  }

  /** All placements of a run. */
  Flux<Placed> in(UUID round, int run) {
    return database
        .sql(
            """
            select p.*, o.offer from round_placement p
            left join round_offer o using (round, run, application)
            where p.round = :round and p.run = :run
            """)
        .bind("round", round)
        .bind("run", run)
        .map(this::placed)
        .all();
  }

  /**
   * A placement with its run.
   *
   * @param offer absent where nothing is offered
   */
  record Placed(UUID round, int run, Placement placement, @Nullable UUID offer) {}

  /**
   * Those of which the offer is still to be made. Who moves goes first, for others get the places
   * they leave.
   */
  Flux<Placed> toOffer(int most) {
    return database
        .sql(
            """
            select p.*, o.offer from round_offer o join round_placement p using (round, run, application)
            where o.settled_at is null
              and coalesce(o.tried_at, '-infinity') < now() - interval '2 seconds'
              and (p.seat is not null or not exists (
                select from round_offer m join round_placement mover using (round, run, application)
                where m.round = o.round and m.run = o.run and m.settled_at is null
                  and mover.seat is not null))
            order by p.seat is null, o.offer limit :most
            """)
        .bind("most", most)
        .map(this::placed)
        .all();
  }

  /** The place was not free yet: it is tried again with an offer of its own, if not too often. */
  Mono<Void> again(UUID offer, int mostTries) {
    return database
        .sql(
            """
            update round_offer set offer = uuidv7(), tries = tries + 1, tried_at = now(),
              settled_at = case when tries + 1 >= :most then now() end
            where offer = :offer
            """)
        .bind("most", mostTries)
        .bind("offer", offer)
        .then();
  }

  Mono<Void> settled(UUID offer) {
    return database
        .sql("update round_offer set settled_at = now() where offer = :offer")
        .bind("offer", offer)
        .then();
  }

  private Placed placed(Readable row) {
    return new Placed(
        requireNonNull(row.get("round", UUID.class)),
        requireNonNull(row.get("run", Integer.class)),
        new Placement(
            requireNonNull(row.get("application", UUID.class)),
            row.get("family", UUID.class),
            text(row, "number"),
            text(row, "category"),
            requireNonNull(row.get("points", Integer.class)),
            json.readValue(
                requireNonNull(row.get("priorities", Json.class)).asString(), PRIORITIES),
            row.get("seat", String.class),
            row.get("pool", String.class),
            row.get("choice", Integer.class)),
        row.get("offer", UUID.class));
  }

  private static RoundRun run(Readable row) {
    return new RoundRun(
        requireNonNull(row.get("round", UUID.class)),
        requireNonNull(row.get("run", Integer.class)),
        text(row, "draw"),
        text(row, "engine"),
        text(row, "rules_version"),
        text(row, "rules_hash"),
        text(row, "market_hash"),
        requireNonNull(row.get("cut_offs", Json.class)).asString(),
        requireNonNull(row.get("blocking", Json.class)).asString(),
        requireNonNull(row.get("children", Integer.class)),
        requireNonNull(row.get("placed", Integer.class)),
        requireNonNull(row.get("passes", Integer.class)),
        requireNonNull(row.get("millis", Integer.class)),
        row.get("made_at", Instant.class),
        row.get("published_at", Instant.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
