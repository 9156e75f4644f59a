package city.huiwei.booking.application;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.allocation.RankingKey;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.Reason;
import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The decisions; the table itself refuses to change one. */
@Repository
public class Decisions {

  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;
  private final Programmes programmes;

  Decisions(DatabaseClient database, JsonMapper json, Programmes programmes) {
    this.database = database;
    this.json = json;
    this.programmes = programmes;
  }

  /** What is about to be decided; the rest the application says. */
  public record Verdict(
      Decision.Kind kind, String outcome, List<Reason> reasons, String decidedBy, boolean isOpen) {}

  /**
   * Writes down what was decided of an application as it is now.
   *
   * @param appealUntil until when somebody may object, where the verdict is open to it
   */
  public Mono<UUID> add(Application of, Verdict verdict, Instant appealUntil) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var standing = of.standing();
    return database
        .sql(
            """
            insert into decision (decision, application, kind, outcome, rules_version, category, points,
              since, ranking, reasons, decided_by, appeal_until, rules_hash, engine)
            values (:id, :application, :kind, :outcome, :rules, :category, :points, :since, :ranking,
              :reasons, :by, :until, :hash, :engine)
            """)
        .bind("id", id)
        .bind("application", of.id())
        .bind("kind", verdict.kind().name())
        .bind("outcome", verdict.outcome())
        .bind("rules", of.rulesVersion())
        .bind("category", orNone(standing == null ? null : standing.category(), Integer.class))
        .bind("points", orNone(standing == null ? null : standing.points(), Integer.class))
        .bind("since", orNone(standing == null ? null : standing.since(), Instant.class))
        .bind("ranking", orNone(standing == null ? null : standing.ranking(), String.class))
        .bind("reasons", Json.of(json.writeValueAsString(verdict.reasons())))
        .bind("by", verdict.decidedBy())
        .bind("until", orNone(verdict.isOpen() ? appealUntil : null, Instant.class))
        .bind("hash", orNone(rulesHash(of), String.class))
        .bind("engine", RankingKey.ENGINE)
        .fetch()
        .rowsUpdated()
        .thenReturn(id);
  }

  /** Absent where the application follows rules that are in force no more. */
  private @Nullable String rulesHash(Application of) {
    return programmes
        .appliedFor(of.programme())
        .filter(programme -> programme.rulesVersion().equals(of.rulesVersion()))
        .map(ApplicationProgramme::rulesHash)
        .orElse(null);
  }

  private static Parameter orNone(@Nullable Object value, Class<?> type) {
    return Parameter.fromOrEmpty(value, type);
  }

  /** All of an application, the newest first. */
  public Flux<Decision> of(UUID application) {
    return database
        .sql(
            """
            select decision, application, at, kind, outcome, rules_version, category, points, since,
              ranking, reasons, decided_by, appeal_until, rules_hash, engine
            from decision where application = :application order by at desc limit 100
            """)
        .bind("application", application)
        .map(this::decision)
        .all();
  }

  private Decision decision(Readable row) {
    return new Decision(
        requireNonNull(row.get("decision", UUID.class)),
        requireNonNull(row.get("application", UUID.class)),
        requireNonNull(row.get("at", Instant.class)),
        Decision.Kind.valueOf(text(row, "kind")),
        text(row, "outcome"),
        text(row, "rules_version"),
        Applications.standing(row),
        json.readValue(requireNonNull(row.get("reasons", Json.class)).asString(), REASONS),
        text(row, "decided_by"),
        row.get("appeal_until", Instant.class),
        row.get("rules_hash", String.class),
        row.get("engine", String.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
