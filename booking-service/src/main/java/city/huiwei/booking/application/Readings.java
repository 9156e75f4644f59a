package city.huiwei.booking.application;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who read what names persons, when and why; the applicant can see it. */
@Repository
public class Readings {

  private final DatabaseClient database;

  Readings(DatabaseClient database) {
    this.database = database;
  }

  /** One reading, and at which operator. */
  public record Reading(Instant at, String operator, String reason) {}

  Mono<Void> add(UUID application, String reader, String operator, String reason) {
    return database
        .sql(
            """
            insert into reading (application, reader, operator, reason)
            values (:application, :reader, :operator, :reason)
            """)
        .bind("application", application)
        .bind("reader", reader)
        .bind("operator", operator)
        .bind("reason", reason)
        .then();
  }

  /** The latest readings of an application. */
  public Flux<Reading> of(UUID application) {
    return database
        .sql(
            """
            select at, operator, reason from reading where application = :application
            order by at desc limit 50
            """)
        .bind("application", application)
        .map(row ->
            new Reading(
                requireNonNull(row.get("at", Instant.class)),
                requireNonNull(row.get("operator", String.class)),
                requireNonNull(row.get("reason", String.class))))
        .all();
  }
}
