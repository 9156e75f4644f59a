package city.huiwei.booking.duplicate;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.contract.DuplicateDesk.Likeness;
import city.huiwei.booking.contract.DuplicateDesk.Pair;
import city.huiwei.booking.contract.DuplicateDesk.Side;
import city.huiwei.booking.contract.DuplicateDesk.Verdict;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pairs of applications that are alike, and what was found of them. */
@Repository
class Duplicates {

  /** One side is at the operator's desk; both are alive. */
  private static final String PAIRS =
      """
      select distinct on (least(a.application, b.application), greatest(a.application, b.application))
        o.application older, o.reference older_reference, o.operator older_operator,
        o.state older_state, o.created_at older_at,
        n.application newer, n.reference newer_reference, n.operator newer_operator,
        n.state newer_state, n.created_at newer_at, likeness
      from application a
      cross join lateral (
        select application, 'PARTY' likeness from application
          where programme = a.programme and party = a.party
        union all
        select application, 'HOUSEHOLD' from application
          where programme = a.programme and household = a.household) b
      join application o on o.application = least(a.application, b.application)
      join application n on n.application = greatest(a.application, b.application)
      where a.operator = :operator and a.application <> b.application
        and a.state = any(:alive) and o.state = any(:alive) and n.state = any(:alive)
        and not exists (
          select from duplicate_verdict v where v.older = o.application and v.newer = n.application)
      """;

  private static final String[] ALIVE =
      Arrays.stream(ApplicationState.values())
          .filter(ApplicationState::isAlive)
          .map(Enum::name)
          .toArray(String[]::new);

  private final DatabaseClient database;

  Duplicates(DatabaseClient database) {
    this.database = database;
  }

  /** Those at an operator's desk that nobody has resolved, the oldest first. */
  Flux<Pair> open(String operator, int most) {
    return database
        .sql(
            PAIRS
                + """
                order by least(a.application, b.application),
                  greatest(a.application, b.application), likeness desc
                limit :most
                """)
        .bind("operator", operator)
        .bind("alive", ALIVE)
        .bind("most", most)
        .map(Duplicates::duplicate)
        .all();
  }

  /** That pair, if it is at the operator's desk and nobody has resolved it. */
  Mono<Pair> one(String operator, UUID older, UUID newer) {
    return database
        .sql(
            PAIRS
                + """
                  and o.application = :older and n.application = :newer
                order by least(a.application, b.application),
                  greatest(a.application, b.application), likeness desc
                """)
        .bind("operator", operator)
        .bind("alive", ALIVE)
        .bind("older", older)
        .bind("newer", newer)
        .map(Duplicates::duplicate)
        .one();
  }

  /** Empty when it was resolved already. */
  Mono<UUID> resolve(UUID older, UUID newer, Verdict verdict, String note, String decidedBy) {
    return database
        .sql(
            """
            insert into duplicate_verdict (older, newer, verdict, note, decided_by)
            values (:older, :newer, :verdict, :note, :by)
            on conflict do nothing returning newer
            """)
        .bind("older", older)
        .bind("newer", newer)
        .bind("verdict", verdict.name())
        .bind("note", note)
        .bind("by", decidedBy)
        .mapValue(UUID.class)
        .one();
  }

  private static Pair duplicate(Readable row) {
    return new Pair(
        side(row, "older"),
        side(row, "newer"),
        Likeness.valueOf(requireNonNull(row.get("likeness", String.class))));
  }

  private static Side side(Readable row, String name) {
    return new Side(
        requireNonNull(row.get(name, UUID.class)),
        requireNonNull(row.get(name + "_reference", String.class)),
        requireNonNull(row.get(name + "_operator", String.class)),
        city.huiwei.booking.contract.ApplicationState.valueOf(
            requireNonNull(row.get(name + "_state", String.class))),
        requireNonNull(row.get(name + "_at", Instant.class)));
  }
}
