package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BatchDesk.Figures;
import city.huiwei.booking.contract.BatchDesk.Group;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How many have registered, for staff: figures, and nobody in them. */
@Repository
class Counts {

  private final DatabaseClient database;

  Counts(DatabaseClient database) {
    this.database = database;
  }

  Mono<Figures> of(UUID batch) {
    return database
        .sql(
            """
            with entries as (
              select category, state, count(*) entries from batch_entry where batch = :batch
              group by category, state)
            select
              coalesce((select sum(entries) from entries where state = 'ENTERED'), 0)::bigint entered,
              coalesce((select sum(entries) from entries where state = 'WITHDRAWN'), 0)::bigint
                withdrawn,
              array(select category from entries where state = 'ENTERED' order by category)
                categories,
              array(select entries from entries where state = 'ENTERED' order by category) counts,
              (select count(*) from batch_urgency u join batch_entry e using (entry)
                where e.batch = :batch and e.state = 'ENTERED' and u.granted is null) undecided
            """)
        .bind("batch", batch)
        .map(row -> {
          var categories = requireNonNull(row.get("categories", String[].class));
          var counts = requireNonNull(row.get("counts", Long[].class));
          return new Figures(
              requireNonNull(row.get("entered", Long.class)),
              requireNonNull(row.get("withdrawn", Long.class)),
              IntStream.range(0, categories.length)
                  .mapToObj(i -> new Group(categories[i], counts[i]))
                  .toList(),
              requireNonNull(row.get("undecided", Long.class)));
        })
        .one();
  }
}
