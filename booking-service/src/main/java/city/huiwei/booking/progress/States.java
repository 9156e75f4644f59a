package city.huiwei.booking.progress;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.ApplicationState;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** When an application came to its states, as its trace tells. */
@Repository
class States {

  private final DatabaseClient database;

  States(DatabaseClient database) {
    this.database = database;
  }

  /**
   * @param first when it was first so
   * @param last when it was last so
   */
  record Since(ApplicationState state, Instant first, Instant last) {}

  /** One of each state that it was in. */
  Flux<Since> of(UUID application) {
    return database
        .sql(
            """
            select state, min(at) first, max(at) last from application_change
            where application = :application group by state
            """)
        .bind("application", application)
        .map(row ->
            new Since(
                ApplicationState.valueOf(requireNonNull(row.get("state", String.class))),
                requireNonNull(row.get("first", Instant.class)),
                requireNonNull(row.get("last", Instant.class))))
        .all();
  }
}
