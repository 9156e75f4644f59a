package city.huiwei.booking.explanation;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.ApplicationState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What places were offered, seen by one who waits: nobody else is in it. */
@Repository
class GivenPlaces {

  /** Of the latest offers of a programme, so many are looked at. */
  private static final int LATELY = 1_000;

  private final DatabaseClient database;

  GivenPlaces(DatabaseClient database) {
    this.database = database;
  }

  /** How an application changed its state, the earliest first; the latest changes there are. */
  Flux<StateSince> states(UUID application, int most) {
    return database
        .sql(
            """
            select at, state from (
              select * from application_change where application = :application and state <> 'DRAFT'
              order by change desc limit :most) lately
            order by change
            """)
        .bind("application", application)
        .bind("most", most)
        .map(row ->
            new StateSince(
                requireNonNull(row.get("at", Instant.class)),
                ApplicationState.valueOf(text(row, "state"))))
        .all();
  }

  /** What was offered since a moment to those who rank behind, the latest first. */
  Flux<GivenPlace> behind(String programme, String ranking, Instant since, int most) {
    return database
        .sql(
            """
            select listed_at, created_at, begins, site, pools, sex, is_start_up from (
              select * from offer where programme = :programme and created_at >= :since
              order by created_at desc limit :lately) lately
            where ranking > :ranking and state <> 'FAILED'
            order by created_at desc limit :most
            """)
        .bind("programme", programme)
        .bind("since", since)
        .bind("lately", LATELY)
        .bind("ranking", ranking)
        .bind("most", most)
        .map(GivenPlaces::given)
        .all();
  }

  /** What ranked the last one to whom a place of a site was offered. */
  record LastAt(String site, Explanation.Key key) {}

  Flux<LastAt> lastAdmitted(String programme, Set<String> sites) {
    return database
        .sql(
            """
            select wanted.site, a.category, a.points, a.since
            from unnest(:sites) wanted (site)
            cross join lateral (
              select application from offer o
              where o.programme = :programme and o.site = wanted.site
                and o.state in ('OPEN', 'ACCEPTED', 'BOOKED')
              order by o.ranking desc limit 1) last
            join application a using (application)
            where a.category is not null
            order by wanted.site
            """)
        .bind("sites", sites.toArray(String[]::new))
        .bind("programme", programme)
        .map(row ->
            new LastAt(
                text(row, "site"),
                new Explanation.Key(
                    requireNonNull(row.get("category", Integer.class)),
                    requireNonNull(row.get("points", Integer.class)),
                    requireNonNull(row.get("since", Instant.class)))))
        .all();
  }

  private static GivenPlace given(Readable row) {
    return new GivenPlace(
        requireNonNull(row.get("listed_at", Instant.class)),
        requireNonNull(row.get("created_at", Instant.class)),
        requireNonNull(row.get("begins", LocalDate.class)),
        text(row, "site"),
        List.of(requireNonNull(row.get("pools", String[].class))),
        row.get("sex", String.class),
        Boolean.TRUE.equals(row.get("is_start_up", Boolean.class)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
