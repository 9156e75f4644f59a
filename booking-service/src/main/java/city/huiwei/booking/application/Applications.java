package city.huiwei.booking.application;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.form.Answers;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is written of applications; every change leaves its trace in the same statement. */
@Repository
public class Applications {

  private static final String COLUMNS =
      """
      application, reference, programme, account, helper, operator, channel, state, version, sealed,
      need, ranking, category, points, since, reasons, rules_version, created_at, changed_at
      """;

  private static final String TRACED =
      """
      , traced as (
        insert into application_change (application, state, actor)
        select application, state, :actor from changed)
      select
      """
          + COLUMNS
          + " from changed";

  private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  Applications(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Writes a new draft; empty when that key of the account's was used before. */
  Mono<Application> add(Application draft, UUID owner, String key, String actor) {
    return database
        .sql(
            """
            with changed as (
              insert into application (application, reference, programme, account, owner, idempotency_key,
                operator, channel, state, sealed, rules_version)
              values (:id, :reference, :programme, :account, :owner, :key, :operator, :channel, :state,
                :sealed, :rules)
              on conflict (owner, idempotency_key) do nothing
              returning *)
            """
                + TRACED)
        .bind("id", draft.id())
        .bind("reference", draft.reference())
        .bind("programme", draft.programme())
        .bind("account", Parameter.fromOrEmpty(draft.account(), UUID.class))
        .bind("owner", owner)
        .bind("key", key)
        .bind("operator", draft.operator())
        .bind("channel", draft.channel().name())
        .bind("state", draft.state().name())
        .bind("sealed", draft.sealed())
        .bind("rules", draft.rulesVersion())
        .bind("actor", actor)
        .map(this::application)
        .one();
  }

  Mono<Application> withKey(UUID owner, String key) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from application where owner = :owner and idempotency_key = :key")
        .bind("owner", owner)
        .bind("key", key)
        .map(this::application)
        .one();
  }

  public Mono<Application> one(UUID id) {
    return one("application = :value", id);
  }

  /** Those of these ids, in any order. */
  public Flux<Application> some(List<UUID> ids) {
    return database
        .sql("select * from application where application = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(this::application)
        .all();
  }

  /** The same, and until the transaction ends nobody else changes it. */
  public Mono<Application> locked(UUID id) {
    return one("application = :value for no key update", id);
  }

  Mono<Application> withReference(String reference) {
    return one("reference = :value", reference);
  }

  /** By whom it is known whose it is: equal for equal parties. */
  public Mono<byte[]> party(UUID id) {
    return database
        .sql("select party from application where application = :id and party is not null")
        .bind("id", id)
        .mapValue(byte[].class)
        .one();
  }

  /** The city's day by the database's clock. */
  public Mono<LocalDate> today() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
        .one();
  }

  /** The moment by the database's clock. */
  public Mono<Instant> now() {
    return database.sql("select now()").mapValue(Instant.class).one();
  }

  private Mono<Application> one(String where, Object value) {
    return database
        .sql("select " + COLUMNS + " from application where " + where)
        .bind("value", value)
        .map(this::application)
        .one();
  }

  /** An account's own, the newest first, those before one where it is named. */
  Flux<Application> of(UUID account, @Nullable UUID before, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from application where account = :account
                  and application < coalesce(:before, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                order by application desc limit :most
                """)
        .bind("account", account)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("most", most)
        .map(this::application)
        .all();
  }

  /** Those that a helper may act for, the newest first. */
  Flux<Application> helpedBy(UUID helper, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from application where helper = :helper order by application desc limit :most")
        .bind("helper", helper)
        .bind("most", most)
        .map(this::application)
        .all();
  }

  /** An operator's that staff look for, the oldest first. */
  Flux<Application> atDesk(String operator, Reviewing.Sought sought, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from application where operator = :operator and state = :state
                  and programme = coalesce(:programme, programme)
                  and (:days = 0 or since <= now() - :days * interval '1 day')
                  and application > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                order by application limit :most
                """)
        .bind("operator", operator)
        .bind("state", sought.state().name())
        .bind("programme", Parameter.fromOrEmpty(sought.programme(), String.class))
        .bind("days", sought.days())
        .bind("after", Parameter.fromOrEmpty(sought.after(), UUID.class))
        .bind("most", most)
        .map(this::application)
        .all();
  }

  /** What people call these applications. */
  public Mono<Map<UUID, String>> references(List<UUID> ids) {
    return database
        .sql("select application, reference from application where application = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(row ->
            Map.entry(requireNonNull(row.get("application", UUID.class)), text(row, "reference")))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** What a change of state writes besides the state; what is absent stays as it is. */
  record Step(ApplicationState to, Map<String, Object> values) {

    Step(ApplicationState to) {
      this(to, Map.of());
    }
  }

  /**
   * Empty when the version is not that any more, or the state cannot be reached from the present.
   */
  Mono<Application> change(UUID id, int version, Step step, String actor) {
    return change("version = :version and state = any(:before)", id, step, actor, version);
  }

  /** Empty when the state cannot be reached from the present. */
  public Mono<Application> move(UUID id, ApplicationState to, String actor) {
    return change("state = any(:before)", id, new Step(to), actor, null);
  }

  /** How many of the programme wait before a rank. */
  public Mono<Long> ahead(String programme, String ranking) {
    return database
        .sql(
            """
            select count(*) from application
            where programme = :programme and state = 'QUEUED' and ranking < :ranking
            """)
        .bind("programme", programme)
        .bind("ranking", ranking)
        .mapValue(Long.class)
        .one();
  }

  /** What ranked the last one of the programme to whom a place was offered. */
  public Mono<Application.Standing> lastAdmitted(String programme) {
    return database
        .sql(
            """
            select ranking, category, points, since from application
            where programme = :programme and state in ('OFFERED', 'ACCEPTED', 'BOOKED')
            order by ranking desc limit 1
            """)
        .bind("programme", programme)
        .map(row -> requireNonNull(standing(row)))
        .one();
  }

  /** Somebody was heard of, so silence is counted anew. */
  public Mono<Void> heard(UUID id) {
    return database
        .sql("update application set unanswered = 0 where application = :id")
        .bind("id", id)
        .then();
  }

  /** One more offer was left unanswered; how many those are now. */
  public Mono<Integer> unanswered(UUID id) {
    return database
        .sql(
            """
            update application set unanswered = unanswered + 1 where application = :id
            returning unanswered
            """)
        .bind("id", id)
        .mapValue(Integer.class)
        .one();
  }

  /** Saves a draft's dossier; empty when the version is not that any more, or it is no draft. */
  Mono<Application> save(UUID id, int version, byte[] sealed, String actor) {
    return database
        .sql(
            """
            with changed as (
              update application set sealed = :sealed, version = version + 1, changed_at = now()
              where application = :id and version = :version and state = 'DRAFT'
              returning *)
            """
                + TRACED)
        .bind("sealed", sealed)
        .bind("id", id)
        .bind("version", version)
        .bind("actor", actor)
        .map(this::application)
        .one();
  }

  private Mono<Application> change(
      String where, UUID id, Step step, String actor, @Nullable Integer version) {
    var set =
        new StringBuilder(
            """
            state = :state, version = version + 1, changed_at = now(),
            since = case when :state = 'SUBMITTED' then now() else since end
            """);
    step.values().keySet().forEach(column -> set.append(", %1$s = :%1$s".formatted(column)));
    var statement =
        database
            .sql(
                "with changed as (update application set "
                    + set
                    + " where application = :id and "
                    + where
                    + " returning *)"
                    + TRACED)
            .bind("state", step.to().name())
            .bind("id", id)
            .bind("before", ApplicationState.before(step.to()))
            .bind("actor", actor)
            .bindValues(step.values());
    return (version == null ? statement : statement.bind("version", version))
        .map(this::application)
        .one();
  }

  Json need(Answers need) {
    return Json.of(json.writeValueAsString(need.values()));
  }

  private Application application(Readable row) {
    var need = row.get("need", Json.class);
    return new Application(
        requireNonNull(row.get("application", UUID.class)),
        text(row, "reference"),
        text(row, "programme"),
        row.get("account", UUID.class),
        row.get("helper", UUID.class),
        text(row, "operator"),
        Channel.valueOf(text(row, "channel")),
        ApplicationState.valueOf(text(row, "state")),
        requireNonNull(row.get("version", Integer.class)),
        requireNonNull(row.get("sealed", byte[].class)),
        need == null ? null : new Answers(json.readValue(need.asString(), ANSWERS)),
        row.get("since", Instant.class),
        standing(row),
        List.of(requireNonNull(row.get("reasons", String[].class))),
        text(row, "rules_version"),
        instant(row, "created_at"),
        instant(row, "changed_at"));
  }

  static Application.@Nullable Standing standing(Readable row) {
    var ranking = row.get("ranking", String.class);
    return ranking == null
        ? null
        : new Application.Standing(
            requireNonNull(row.get("category", Integer.class)),
            requireNonNull(row.get("points", Integer.class)),
            instant(row, "since"),
            ranking);
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static Instant instant(Readable row, String column) {
    return requireNonNull(row.get(column, Instant.class));
  }
}
