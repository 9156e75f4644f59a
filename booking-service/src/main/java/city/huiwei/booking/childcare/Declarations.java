package city.huiwei.booking.childcare;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What operators have said of their classes. */
@Repository
class Declarations {

  private static final String COLUMNS =
      """
      pool, carers, licensed_places, licensed_from, licensed_until, opens_on, closes_on, version
      """;

  private final DatabaseClient database;

  Declarations(DatabaseClient database) {
    this.database = database;
  }

  Flux<Declaration> all(int most) {
    return database
        .sql("select " + COLUMNS + " from class_declaration order by pool limit :most")
        .bind("most", most)
        .map(Declarations::declaration)
        .all();
  }

  /**
   * Empty when somebody else was faster.
   *
   * @param said with the version that was read; 0 for the first of its class
   */
  Mono<Declaration> say(Declaration said, String operator, String actor) {
    return database
        .sql(
            """
            insert into class_declaration as d (pool, operator, carers, licensed_places, licensed_from,
              licensed_until, opens_on, closes_on, declared_by)
            select :pool, :operator, :carers, :licensed, :from, :until, :opens, :closes, :actor
            where :version = 0 or exists (select from class_declaration where pool = :pool)
            on conflict (pool) do update set operator = excluded.operator, carers = excluded.carers,
              licensed_places = excluded.licensed_places, licensed_from = excluded.licensed_from,
              licensed_until = excluded.licensed_until, opens_on = excluded.opens_on,
              closes_on = excluded.closes_on, declared_by = excluded.declared_by,
              declared_at = now(), version = d.version + 1
            where d.version = :version
            returning
            """
                + COLUMNS)
        .bind("pool", said.pool())
        .bind("operator", operator)
        .bind("carers", said.carers())
        .bind("licensed", said.licensedPlaces())
        .bind("from", said.licensedFrom())
        .bind("until", Parameter.fromOrEmpty(said.licensedUntil(), LocalDate.class))
        .bind("opens", said.opensOn())
        .bind("closes", Parameter.fromOrEmpty(said.closesOn(), LocalDate.class))
        .bind("version", said.version())
        .bind("actor", actor)
        .map(Declarations::declaration)
        .one();
  }

  private static Declaration declaration(Readable row) {
    return new Declaration(
        requireNonNull(row.get("pool", String.class)),
        requireNonNull(row.get("carers", Integer.class)),
        requireNonNull(row.get("licensed_places", Integer.class)),
        requireNonNull(row.get("licensed_from", LocalDate.class)),
        row.get("licensed_until", LocalDate.class),
        requireNonNull(row.get("opens_on", LocalDate.class)),
        row.get("closes_on", LocalDate.class),
        requireNonNull(row.get("version", Integer.class)));
  }
}
