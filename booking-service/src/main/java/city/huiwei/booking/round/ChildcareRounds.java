package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of rounds. */
@Repository
class ChildcareRounds {

  private static final String READ =
      """
      select r.*, clock_timestamp() as now,
        (select count(*)::int from round_run u where u.round = r.round) as runs,
        (select count(*)::int from round_publication p where p.round = r.round) as published
      from childcare_round r
      """;

  private final DatabaseClient database;

  ChildcareRounds(DatabaseClient database) {
    this.database = database;
  }

  /** Empty when that key was used. */
  Mono<UUID> add(ChildcareRound round, String key, String actor) {
    return database
        .sql(
            """
            insert into childcare_round (round, reference, operator, idempotency_key, starts_on,
              opens_at, closes_at, answers_until, fill_answers_until, rules_version, created_by)
            values (:round, :reference, :operator, :key, :starts, :opens, :closes, :answers, :fill,
              :rules, :actor)
            on conflict do nothing
            returning round
            """)
        .bind("round", round.id())
        .bind("reference", round.reference())
        .bind("operator", round.operator())
        .bind("key", key)
        .bind("starts", round.startsOn())
        .bind("opens", round.opensAt())
        .bind("closes", round.closesAt())
        .bind("answers", round.answersUntil())
        .bind("fill", round.fillAnswersUntil())
        .bind("rules", round.rulesVersion())
        .bind("actor", actor)
        .mapValue(UUID.class)
        .one();
  }

  Mono<UUID> withKey(String operator, String key) {
    return database
        .sql(
            """
            select round from childcare_round where operator = :operator and idempotency_key = :key
            """)
        .bind("operator", operator)
        .bind("key", key)
        .mapValue(UUID.class)
        .one();
  }

  Mono<ChildcareRound> one(UUID round) {
    return database
        .sql(READ + " where r.round = :round")
        .bind("round", round)
        .map(ChildcareRounds::round)
        .one();
  }

  /** Of any operator, or of one; the latest deadline first, those after one where it is named. */
  Flux<ChildcareRound> page(@Nullable String operator, @Nullable UUID after, int most) {
    return database
        .sql(
            READ
                + """
                 where r.operator = coalesce(:operator, r.operator) and (cast(:after as uuid) is null
                  or (r.closes_at, r.round) < (select closes_at, round from childcare_round where round = :after))
                order by r.closes_at desc, r.round desc limit :most
                """)
        .bind("operator", Parameter.fromOrEmpty(operator, String.class))
        .bind("after", Parameter.fromOrEmpty(after, UUID.class))
        .bind("most", most)
        .map(ChildcareRounds::round)
        .all();
  }

  private static ChildcareRound round(Readable row) {
    return new ChildcareRound(
        requireNonNull(row.get("round", UUID.class)),
        requireNonNull(row.get("reference", String.class)),
        requireNonNull(row.get("operator", String.class)),
        requireNonNull(row.get("starts_on", LocalDate.class)),
        instant(row, "opens_at"),
        instant(row, "closes_at"),
        instant(row, "answers_until"),
        instant(row, "fill_answers_until"),
        requireNonNull(row.get("rules_version", String.class)),
        requireNonNull(row.get("runs", Integer.class)),
        requireNonNull(row.get("published", Integer.class)),
        instant(row, "now"));
  }

  private static Instant instant(Readable row, String column) {
    return requireNonNull(row.get(column, Instant.class));
  }
}
