package city.huiwei.booking.offer;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.form.Answers;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who waits for a place of a programme, in their order. */
@Repository
class WaitingLists {

  private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  WaitingLists(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Those who wait, behind a rank, the first one first. */
  Flux<Waiter> page(String programme, String after, int most) {
    return database
        .sql(
            """
            select application, party, category, ranking, need, array(
                select distinct unnest(pools) from offer o
                where o.application = a.application and o.state = 'REFUSED') refused
            from application a
            where programme = :programme and state = 'QUEUED' and ranking > :after
            order by ranking limit :most
            """)
        .bind("programme", programme)
        .bind("after", after)
        .bind("most", most)
        .map(this::waiter)
        .all();
  }

  /**
   * How often applications have changed at all: while it is the same nobody has come or gone. It
   * counts all programmes and what is not written yet, so it is a hint and no more.
   */
  Mono<Long> changes() {
    return database
        .sql("select last_value from application_change_change_seq")
        .mapValue(Long.class)
        .one();
  }

  private Waiter waiter(Readable row) {
    var need = requireNonNull(row.get("need", Json.class)).asString();
    return new Waiter(
        requireNonNull(row.get("application", UUID.class)),
        requireNonNull(row.get("party", byte[].class)),
        requireNonNull(row.get("category", Integer.class)),
        requireNonNull(row.get("ranking", String.class)),
        new Answers(json.readValue(need, ANSWERS)),
        Set.of(requireNonNull(row.get("refused", String[].class))));
  }
}
