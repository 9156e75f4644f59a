package city.huiwei.booking.assignment;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rooms that people of batches have got, and each step of them: of two at once only one counts. */
@Repository
class Assignments {

  /** An answer counts while there is time by the database's clock, */
  static final String IN_TIME = "state = 'OPEN' and deadline > now()";

  /** and a lapse from the same moment on. */
  private static final String TOO_LATE = "state = 'OPEN' and deadline <= now()";

  private static final String COLUMNS =
      """
      assignment, batch, entry, round, account, ticket, category, allotment, rank, wish, reserved,
      programme, pool, site, operator, lower(stay) stay_from, upper(stay) stay_to, state, deadline
      """;

  private final DatabaseClient database;
  private final String inTime;

  @Autowired
  Assignments(DatabaseClient database) {
    this(database, IN_TIME);
  }

  /** With another condition for answers, so that a test can take it away. */
  Assignments(DatabaseClient database, String inTime) {
    this.database = database;
    this.inTime = inTime;
  }

  /**
   * Proposes rooms of one batch, in the caller's transaction.
   *
   * @param within time to confirm at least, where their deadline is earlier
   */
  Mono<Long> add(List<Assignment> many, Duration within) {
    return database
        .sql(
            """
            insert into assignment (assignment, batch, entry, round, account, ticket, category,
              allotment, rank, wish, reserved, programme, pool, site, operator, stay, deadline)
            select id, batch, entry, round, account, ticket, category, nullif(allotment, ''), rank,
              wish, reserved, programme, pool, site, operator, daterange(first, last),
              least(greatest(:deadline, now() + make_interval(secs => :within)),
                first::timestamp at time zone 'Asia/Shanghai')
            from unnest(:ids::uuid[], :batches::uuid[], :entries::uuid[], :rounds::int[],
                :accounts::uuid[], :tickets::text[], :categories::text[], :allotments::text[],
                :ranks::int[], :wishes::int[], :reserved::bool[], :programmes::text[],
                :pools::text[], :sites::text[], :operators::text[], :firsts::date[],
                :lasts::date[])
              a (id, batch, entry, round, account, ticket, category, allotment, rank, wish,
                reserved, programme, pool, site, operator, first, last)
            """)
        .bind("ids", column(many, Assignment::id).toArray(UUID[]::new))
        .bind("batches", column(many, Assignment::batch).toArray(UUID[]::new))
        .bind("entries", column(many, it -> it.winner().entry()).toArray(UUID[]::new))
        .bind("rounds", column(many, Assignment::round).toArray(Integer[]::new))
        .bind("accounts", column(many, it -> it.winner().account()).toArray(UUID[]::new))
        .bind("tickets", texts(many, it -> it.winner().ticket()))
        .bind("categories", texts(many, it -> it.winner().category()))
        .bind("allotments", texts(many, Assignments::allotment))
        .bind("ranks", column(many, it -> it.winner().rank()).toArray(Integer[]::new))
        .bind("wishes", column(many, it -> it.winner().wish()).toArray(Integer[]::new))
        .bind("reserved", column(many, it -> it.winner().reserved()).toArray(Boolean[]::new))
        .bind("programmes", texts(many, it -> it.lot().programme()))
        .bind("pools", texts(many, it -> it.lot().stay().pool()))
        .bind("sites", texts(many, it -> it.lot().site()))
        .bind("operators", texts(many, it -> it.lot().operator()))
        .bind("firsts", column(many, it -> it.lot().stay().from()).toArray(LocalDate[]::new))
        .bind("lasts", column(many, it -> it.lot().stay().to()).toArray(LocalDate[]::new))
        .bind("deadline", many.getFirst().deadline())
        .bind("within", (double) within.toMillis() / 1000)
        .fetch()
        .rowsUpdated();
  }

  Mono<Assignment> one(UUID id) {
    return database
        .sql("select " + COLUMNS + " from assignment where assignment = :id")
        .bind("id", id)
        .map(Assignments::assignment)
        .one();
  }

  /** All of a batch. */
  Flux<Assignment> of(UUID batch) {
    return database
        .sql("select " + COLUMNS + " from assignment where batch = :batch order by assignment")
        .bind("batch", batch)
        .map(Assignments::assignment)
        .all();
  }

  /** Somebody's own, the newest first. */
  Flux<Assignment> ofAccount(UUID account, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from assignment where account = :account order by assignment desc limit :most")
        .bind("account", account)
        .bind("most", most)
        .map(Assignments::assignment)
        .all();
  }

  /** Inventory has the rooms; those that are proposed still wait for their people now. */
  Mono<Long> open(Collection<UUID> ids) {
    return changeAll("state = 'OPEN', driven_at = null", "state = 'PROPOSED'", ids);
  }

  /** Inventory has no such rooms, or they could not be made firm. */
  Mono<Long> fail(Collection<UUID> ids) {
    return changeAll(
        "state = 'FAILED', driven_at = now()", "state in ('PROPOSED', 'ACCEPTED')", ids);
  }

  /** Nothing is left to be done. */
  Mono<Long> settled(Collection<UUID> ids) {
    return changeAll("driven_at = null", "state in ('DECLINED', 'LAPSED', 'FAILED')", ids);
  }

  /** Empty when it is not open, or its deadline has passed. */
  Mono<Assignment> accept(UUID id) {
    return change("state = 'ACCEPTED', answered_at = now(), driven_at = now()", inTime, id);
  }

  /** Empty when it is not open, or its deadline has passed. */
  Mono<Assignment> decline(UUID id) {
    return change("state = 'DECLINED', answered_at = now(), driven_at = now()", inTime, id);
  }

  /** Empty when it was not accepted. */
  Mono<Assignment> book(UUID id) {
    return change("state = 'BOOKED', driven_at = null", "state = 'ACCEPTED'", id);
  }

  /** Those whose time is over lapse, each for one caller only. */
  Flux<Assignment> lapse(int most) {
    return database
        .sql(
            """
            update assignment set state = 'LAPSED', driven_at = now() where assignment in (
              select assignment from assignment where %s
              order by deadline limit :most for update skip locked)
            returning
            """
                    .formatted(TOO_LATE)
                + COLUMNS)
        .bind("most", most)
        .map(Assignments::assignment)
        .all();
  }

  /** Claims those that nobody has driven on for a while. */
  Flux<Assignment> claim(Duration patience, int most) {
    return database
        .sql(
            """
            update assignment set driven_at = now() where assignment in (
              select assignment from assignment
              where driven_at < now() - :patience * interval '1 millisecond'
                or state = 'PROPOSED' and driven_at = created_at
              order by driven_at limit :most for update skip locked)
            returning
            """
                + COLUMNS)
        .bind("patience", patience.toMillis())
        .bind("most", most)
        .map(Assignments::assignment)
        .all();
  }

  private Mono<Assignment> change(String set, String where, UUID id) {
    return database
        .sql(
            "update assignment set %s where assignment = :id and %s returning "
                    .formatted(set, where)
                + COLUMNS)
        .bind("id", id)
        .map(Assignments::assignment)
        .one();
  }

  private Mono<Long> changeAll(String set, String where, Collection<UUID> ids) {
    return database
        .sql("update assignment set %s where assignment = any(:ids) and %s".formatted(set, where))
        .bind("ids", ids.toArray(UUID[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static String allotment(Assignment assignment) {
    var allotment = assignment.winner().allotment();
    return allotment == null ? "" : allotment;
  }

  private static Assignment assignment(Readable row) {
    return new Assignment(
        requireNonNull(row.get("assignment", UUID.class)),
        requireNonNull(row.get("batch", UUID.class)),
        number(row, "round"),
        new Assignment.Winner(
            requireNonNull(row.get("entry", UUID.class)),
            requireNonNull(row.get("account", UUID.class)),
            text(row, "ticket"),
            text(row, "category"),
            row.get("allotment", String.class),
            number(row, "rank"),
            number(row, "wish"),
            requireNonNull(row.get("reserved", Boolean.class))),
        new Assignment.Lot(
            text(row, "programme"),
            new Stay(text(row, "pool"), date(row, "stay_from"), date(row, "stay_to")),
            text(row, "site"),
            text(row, "operator")),
        Assignment.State.valueOf(text(row, "state")),
        requireNonNull(row.get("deadline", Instant.class)));
  }

  private static String[] texts(List<Assignment> rows, Function<Assignment, String> value) {
    return column(rows, value).toArray(String[]::new);
  }

  private static <T> List<T> column(List<Assignment> rows, Function<Assignment, T> value) {
    return rows.stream().map(value).toList();
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static int number(Readable row, String column) {
    return requireNonNull(row.get(column, Integer.class));
  }

  private static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }
}
