package city.huiwei.booking.appeal;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.AppealDesk.Figures;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of appeals. */
@Repository
class Appeals {

  private static final String COLUMNS =
      """
      appeal, reference, application, decision, account, operator, asked, answer, outcome, owner,
      created_at, due, escalated_at, answered_at
      """;

  private final DatabaseClient database;

  Appeals(DatabaseClient database) {
    this.database = database;
  }

  /** Empty when that key was used, or the decision has an open appeal. */
  Mono<Appeal> add(Appeal appeal, String key) {
    return database
        .sql(
            """
            insert into appeal (appeal, reference, application, decision, account, idempotency_key,
              operator, asked, due)
            values (:appeal, :reference, :application, :decision, :account, :key, :operator, :asked,
              :due)
            on conflict do nothing
            returning
            """
                + COLUMNS)
        .bind("appeal", appeal.id())
        .bind("reference", appeal.reference())
        .bind("application", appeal.application())
        .bind("decision", Parameter.fromOrEmpty(appeal.decision(), UUID.class))
        .bind("account", appeal.account())
        .bind("key", key)
        .bind("operator", appeal.operator())
        .bind("asked", appeal.asked())
        .bind("due", appeal.due())
        .map(Appeals::appeal)
        .one();
  }

  Mono<Appeal> withKey(UUID account, String key) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from appeal where account = :account and idempotency_key = :key")
        .bind("account", account)
        .bind("key", key)
        .map(Appeals::appeal)
        .one();
  }

  Mono<Appeal> one(UUID id) {
    return database
        .sql("select " + COLUMNS + " from appeal where appeal = :id")
        .bind("id", id)
        .map(Appeals::appeal)
        .one();
  }

  /** An account's own, the newest first, those before one where it is named. */
  Flux<Appeal> of(UUID account, @Nullable UUID before, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from appeal where account = :account
                  and appeal < coalesce(:before, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                order by appeal desc limit :most
                """)
        .bind("account", account)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("most", most)
        .map(Appeals::appeal)
        .all();
  }

  /** All about an application, the newest first. */
  Flux<Appeal> about(UUID application, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from appeal where application = :application order by appeal desc limit :most")
        .bind("application", application)
        .bind("most", most)
        .map(Appeals::appeal)
        .all();
  }

  /** An operator's open ones, those that are due first. */
  Flux<Appeal> open(String operator, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from appeal where operator = :operator and answered_at is null
                order by due limit :most
                """)
        .bind("operator", operator)
        .bind("most", most)
        .map(Appeals::appeal)
        .all();
  }

  /** Empty when it is answered already. */
  Mono<Appeal> take(UUID id, String owner) {
    return database
        .sql(
            """
            update appeal set owner = :owner where appeal = :id and answered_at is null
            returning
            """
                + COLUMNS)
        .bind("owner", owner)
        .bind("id", id)
        .map(Appeals::appeal)
        .one();
  }

  /**
   * Empty when it is answered already, or who answers made the decision: nobody judges their own.
   */
  Mono<Appeal> answer(UUID id, byte[] answer, Appeal.Outcome outcome, String by) {
    return database
        .sql(
            """
            update appeal set answer = :answer, outcome = :outcome, answered_at = now(),
              answered_by = :by, owner = coalesce(owner, :by)
            where appeal = :id and answered_at is null and not exists (
              select from decision d where d.decision = appeal.decision and d.decided_by = :by)
            returning
            """
                + COLUMNS)
        .bind("answer", answer)
        .bind("outcome", outcome.name())
        .bind("by", by)
        .bind("id", id)
        .map(Appeals::appeal)
        .one();
  }

  /** Whether the decision may still be objected to, by the database's clock. */
  Mono<Boolean> mayObject(UUID application, UUID decision) {
    return database
        .sql(
            """
            select coalesce(appeal_until > now(), false) from decision
            where decision = :decision and application = :application
            """)
        .bind("decision", decision)
        .bind("application", application)
        .mapValue(Boolean.class)
        .one();
  }

  /** Those whose time is over go to the manager, too; the applications of those that did now. */
  Flux<UUID> escalate(int most) {
    return database
        .sql(
            """
            update appeal set escalated_at = now() where appeal in (
              select appeal from appeal
              where answered_at is null and escalated_at is null and due <= now()
              order by due limit :most for update skip locked)
            returning application
            """)
        .bind("most", most)
        .mapValue(UUID.class)
        .all();
  }

  Mono<Figures> figures(String operator) {
    return database
        .sql(
            """
            select
              (select count(*) from appeal
                where operator = :operator and answered_at is not null) answered,
              (select count(*) from appeal
                where operator = :operator and answered_at is not null and answered_at <= due) in_time,
              (select count(*) from appeal
                where operator = :operator and answered_at is null) open,
              (select count(*) from appeal
                where operator = :operator and answered_at is null and due <= now()) overdue
            """)
        .bind("operator", operator)
        .map(row ->
            new Figures(
                number(row, "answered"),
                number(row, "in_time"),
                number(row, "open"),
                number(row, "overdue")))
        .one();
  }

  private static long number(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }

  private static Appeal appeal(Readable row) {
    var outcome = row.get("outcome", String.class);
    return new Appeal(
        requireNonNull(row.get("appeal", UUID.class)),
        requireNonNull(row.get("reference", String.class)),
        requireNonNull(row.get("application", UUID.class)),
        row.get("decision", UUID.class),
        requireNonNull(row.get("account", UUID.class)),
        requireNonNull(row.get("operator", String.class)),
        requireNonNull(row.get("asked", byte[].class)),
        row.get("answer", byte[].class),
        outcome == null ? null : Appeal.Outcome.valueOf(outcome),
        row.get("owner", String.class),
        requireNonNull(row.get("created_at", Instant.class)),
        requireNonNull(row.get("due", Instant.class)),
        row.get("escalated_at", Instant.class),
        row.get("answered_at", Instant.class));
  }
}
