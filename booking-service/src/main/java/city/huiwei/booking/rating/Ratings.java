package city.huiwei.booking.rating;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of ratings: one row an application. */
@Repository
class Ratings {

  private final DatabaseClient database;

  Ratings(DatabaseClient database) {
    this.database = database;
  }

  /** The last word counts. */
  Mono<Void> rate(UUID application, String operator, Grade grade) {
    return database
        .sql(
            """
            insert into rating (application, operator, grade)
            values (:application, :operator, :grade)
            on conflict (application) do update set grade = excluded.grade, at = now()
            """)
        .bind("application", application)
        .bind("operator", operator)
        .bind("grade", grade.name())
        .then();
  }

  Mono<Grade> of(UUID application) {
    return database
        .sql("select grade from rating where application = :application")
        .bind("application", application)
        .map(row -> Grade.valueOf(requireNonNull(row.get("grade", String.class))))
        .one();
  }

  /** How often a grade was given. */
  record Count(Grade grade, long count) {}

  /** How often each grade was given for an operator's cases; those never given are left out. */
  Flux<Count> counts(String operator) {
    return database
        .sql("select grade, count(*) as many from rating where operator = :operator group by grade")
        .bind("operator", operator)
        .map(row ->
            new Count(
                Grade.valueOf(requireNonNull(row.get("grade", String.class))),
                requireNonNull(row.get("many", Long.class))))
        .all();
  }
}
