package city.huiwei.booking.estimate;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.form.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was seen of a waiting list in the last year, counted by days. */
@Repository
class Movements {

  private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  Movements(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The city's day by the database's clock. */
  Mono<LocalDate> today() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
        .one();
  }

  /** Who came to stand in the list, days before today. */
  Flux<Movement> arrivals(String programme) {
    return movements("since", "ranking is not null", programme);
  }

  /** Who stood in the list and left it without a place, days before today. */
  Flux<Movement> withdrawals(String programme) {
    return movements(
        "changed_at",
        "ranking is not null and state in ('WITHDRAWN', 'INELIGIBLE', 'DORMANT')",
        programme);
  }

  private Flux<Movement> movements(String moment, String which, String programme) {
    return database
        .sql(
            """
            select category, points, (%1$s at time zone 'Asia/Shanghai')::date as day, count(*)::int n
            from application
            where programme = :programme and %2$s and %1$s > now() - interval '365 days'
              and %1$s < date_trunc('day', now(), 'Asia/Shanghai')
            group by category, points, day
            """
                .formatted(moment, which))
        .bind("programme", programme)
        .map(row ->
            new Movement(
                requireNonNull(row.get("category", Integer.class)),
                requireNonNull(row.get("points", Integer.class)),
                requireNonNull(row.get("day", LocalDate.class)),
                requireNonNull(row.get("n", Integer.class))))
        .all();
  }

  /** Days before today on which a place of one of the pools was taken. */
  Flux<LocalDate> vacancies(String programme, Set<String> pools) {
    return database
        .sql(
            """
            select (answered_at at time zone 'Asia/Shanghai')::date
            from offer
            where programme = :programme and state = 'BOOKED' and pools && :pools
              and answered_at > now() - interval '365 days'
              and answered_at < date_trunc('day', now(), 'Asia/Shanghai')
            """)
        .bind("programme", programme)
        .bind("pools", pools.toArray(String[]::new))
        .mapValue(LocalDate.class)
        .all();
  }

  /** What those need who wait just before a rank. */
  Flux<Answers> needsAhead(String programme, String ranking, int most) {
    return database
        .sql(
            """
            select need::text from application
            where programme = :programme and state = 'QUEUED' and ranking < :ranking
            order by ranking desc limit :most
            """)
        .bind("programme", programme)
        .bind("ranking", ranking)
        .bind("most", most)
        .mapValue(String.class)
        .all()
        .map(need -> new Answers(json.readValue(need, ANSWERS)));
  }
}
