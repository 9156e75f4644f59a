package city.huiwei.booking.residence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.ResidenceDesk;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of residences; every step leaves its trace in the same statement. */
@Repository
public class Residences {

  private static final String COLUMNS =
      """
      residence, application, programme, operator, site, pools, units, area, is_start_up, state, begins,
      ends, until, look_due, needs_another, version
      """;

  private static final String IN_PUBLIC =
      "select "
          + COLUMNS
          + """
           from residence where state = 'PUBLISHED'
            and until > (now() at time zone 'Asia/Shanghai')::date
          """;

  private final DatabaseClient database;

  Residences(DatabaseClient database) {
    this.database = database;
  }

  /** The offer of this id was taken: its place is theirs. */
  public Mono<Void> add(UUID offer) {
    return database
        .sql(
            """
            with made as (
              insert into residence (residence, application, programme, operator, site, pools, units, area,
                is_start_up, state, begins, ends)
              select offer, application, programme, operator, site, pools, units, area, is_start_up,
                'AGREED', begins, ends
              from offer where offer = :offer
              returning residence)
            insert into residence_step (residence, kind, actor)
            select residence, 'AGREE', 'system' from made
            """)
        .bind("offer", offer)
        .then();
  }

  /**
   * Somebody has another place from a day on, and leaves this one then; inventory is told soon. One
   * that has not begun by then is not begun any more.
   */
  public Mono<Void> leaveFor(UUID residence, LocalDate day) {
    return database
        .sql(
            """
            with changed as (
              update residence set version = version + 1, driven_at = now(), look_due = null,
                ends = least(coalesce(ends, :day), :day),
                state = case when begins >= :day then 'LEFT' else state end
              where residence = :residence and state <> 'LEFT'
              returning *),
            freed as (
              update offer set ends = greatest(changed.begins, changed.ends) from changed
              where offer = residence)
            insert into residence_step (residence, kind, note, actor)
            select residence, case state when 'LEFT' then 'LEAVE' else 'GIVE_NOTICE' end, '', 'system'
            from changed
            """)
        .bind("residence", residence)
        .bind("day", day)
        .then();
  }

  /** Those who have a place of a programme on a day, in any order. */
  public Flux<Residence> on(String programme, LocalDate day, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from residence where programme = :programme and state <> 'LEFT' and begins <= :day
                  and coalesce(ends, 'infinity') > :day
                limit :most
                """)
        .bind("programme", programme)
        .bind("day", day)
        .bind("most", most)
        .map(Residences::residence)
        .all();
  }

  /** Whether an application has a place besides this one. */
  Mono<Boolean> hasAnother(Residence residence) {
    return database
        .sql(
            """
            select exists (select from residence
              where application = :application and residence <> :residence and state <> 'LEFT')
            """)
        .bind("application", residence.application())
        .bind("residence", residence.id())
        .mapValue(Boolean.class)
        .one();
  }

  /** Days from which places of a programme are known to be free, the earliest first. */
  public Flux<LocalDate> futureVacancies(String programme, LocalDate today, int most) {
    return database
        .sql(
            """
            select distinct ends from residence
            where programme = :programme and ends > :today and state <> 'LEFT'
            order by ends limit :most
            """)
        .bind("programme", programme)
        .bind("today", today)
        .bind("most", most)
        .mapValue(LocalDate.class)
        .all();
  }

  Mono<Residence> one(UUID id) {
    return database
        .sql("select " + COLUMNS + " from residence where residence = :id")
        .bind("id", id)
        .map(Residences::residence)
        .one();
  }

  /** An operator's that staff look for, those after one where it is named. */
  Flux<Residence> atDesk(String operator, Sought sought, @Nullable UUID after, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from residence where operator = :operator and state = any(:states)
                  and (needs_another or not :another)
                  and (cast(:due as date) is null or look_due <= :due)
                  and residence > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                order by residence limit :most
                """)
        .bind("operator", operator)
        .bind("states", sought.states().stream().map(Enum::name).toArray(String[]::new))
        .bind("another", sought.needsAnother())
        .bind("due", Parameter.fromOrEmpty(sought.lookDue(), LocalDate.class))
        .bind("after", Parameter.fromOrEmpty(after, UUID.class))
        .bind("most", most)
        .map(Residences::residence)
        .all();
  }

  /** What was done in it, the newest first. */
  Flux<ResidenceDesk.Done> done(UUID residence) {
    return database
        .sql(
            """
            select at, kind, note from residence_step where residence = :residence
            order by step desc limit 100
            """)
        .bind("residence", residence)
        .map(row ->
            new ResidenceDesk.Done(
                requireNonNull(row.get("at", Instant.class)),
                ResidenceDesk.Step.valueOf(text(row, "kind")),
                text(row, "note")))
        .all();
  }

  /** Those of a programme whose result is public still, after one where it is named. */
  Flux<Residence> inPublic(String programme, @Nullable UUID after, int most) {
    return database
        .sql(
            IN_PUBLIC
                + """
                 and programme = :programme
                  and residence > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                order by residence limit :most
                """)
        .bind("programme", programme)
        .bind("after", Parameter.fromOrEmpty(after, UUID.class))
        .bind("most", most)
        .map(Residences::residence)
        .all();
  }

  Mono<Residence> inPublic(UUID id) {
    return database
        .sql(IN_PUBLIC + " and residence = :id")
        .bind("id", id)
        .map(Residences::residence)
        .one();
  }

  /** Whether it was written down: nobody objects twice. */
  Mono<Boolean> object(UUID residence, String note, UUID objector) {
    return database
        .sql(
            """
            insert into residence_step (residence, kind, note, actor, objector)
            values (:residence, 'OBJECT', :note, cast(:objector as text), :objector)
            on conflict do nothing
            """)
        .bind("residence", residence)
        .bind("note", note)
        .bind("objector", objector)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  public Flux<Residence> of(UUID application) {
    return database
        .sql("select " + COLUMNS + " from residence where application = :application limit 20")
        .bind("application", application)
        .map(Residences::residence)
        .all();
  }

  /** What happened, and when; what staff noted of it is theirs. */
  record Step(Instant at, String kind) {}

  /** What happened in a residence, the newest first. */
  Flux<Step> steps(UUID residence) {
    return database
        .sql(
            """
            select at, kind from residence_step where residence = :residence
            order by step desc limit 100
            """)
        .bind("residence", residence)
        .map(row -> new Step(requireNonNull(row.get("at", Instant.class)), text(row, "kind")))
        .all();
  }

  /** Writes a step down; empty when somebody else was faster. */
  Mono<Residence> step(Residence after, ResidenceStep step, String note, String actor) {
    return database
        .sql(
            """
            with changed as (
              update residence set state = :state, ends = :ends, until = :until, look_due = :look,
                needs_another = :another, version = version + 1,
                driven_at = case when cast(:ends as date) is distinct from ends or :state = 'LEFT'
                  then now() else driven_at end
              where residence = :id and version = :version
              returning *),
            traced as (
              insert into residence_step (residence, kind, note, actor)
              select residence, :kind, :note, :actor from changed),
            freed as (
              update offer set ends = greatest(changed.begins, changed.ends) from changed
              where offer = residence and changed.ends < coalesce(offer.ends, 'infinity'))
            select
            """
                + COLUMNS
                + " from changed")
        .bind("state", after.state().name())
        .bind("ends", Parameter.fromOrEmpty(after.ends(), LocalDate.class))
        .bind("until", Parameter.fromOrEmpty(after.until(), LocalDate.class))
        .bind("look", Parameter.fromOrEmpty(after.lookDue(), LocalDate.class))
        .bind("another", after.needsAnother())
        .bind("id", after.id())
        .bind("version", after.version())
        .bind("kind", step.name())
        .bind("note", note)
        .bind("actor", actor)
        .map(Residences::residence)
        .one();
  }

  Mono<Void> settled(UUID id) {
    return database
        .sql("update residence set driven_at = null where residence = :id")
        .bind("id", id)
        .then();
  }

  /** Claims those whose end inventory has still to be told of. */
  Flux<Residence> claimStalled(Duration patience, int most) {
    return database
        .sql(
            """
            update residence set driven_at = now() where residence in (
              select residence from residence
              where driven_at < now() - :patience * interval '1 millisecond'
              order by driven_at limit :most for update skip locked)
            returning
            """
                + COLUMNS)
        .bind("patience", patience.toMillis())
        .bind("most", most)
        .map(Residences::residence)
        .all();
  }

  private static Residence residence(Readable row) {
    return new Residence(
        requireNonNull(row.get("residence", UUID.class)),
        requireNonNull(row.get("application", UUID.class)),
        text(row, "programme"),
        text(row, "operator"),
        text(row, "site"),
        texts(row, "pools"),
        texts(row, "units"),
        area(row),
        ResidenceState.valueOf(text(row, "state")),
        requireNonNull(row.get("begins", LocalDate.class)),
        row.get("ends", LocalDate.class),
        row.get("until", LocalDate.class),
        row.get("look_due", LocalDate.class),
        requireNonNull(row.get("needs_another", Boolean.class)),
        requireNonNull(row.get("version", Integer.class)));
  }

  private static @Nullable LeasedArea area(Readable row) {
    var area = row.get("area", BigDecimal.class);
    return area == null
        ? null
        : new LeasedArea(area, requireNonNull(row.get("is_start_up", Boolean.class)));
  }

  private static List<String> texts(Readable row, String column) {
    return List.of(requireNonNull(row.get(column, String[].class)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
