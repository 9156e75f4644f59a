package city.huiwei.inventory.occupancy;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What changed of holds and stock since one looked last. */
@Repository
class Changes {

  private final DatabaseClient database;

  Changes(DatabaseClient database) {
    this.database = database;
  }

  /** How far lanes and stock are; whatever changes raises one of the numbers. */
  Mono<Versions> versions() {
    return database
        .sql(
            "select lane, version from lane union all select %d, version from stock"
                .formatted(Versions.STOCK))
        .map(row ->
            Map.entry(
                requireNonNull(row.get("lane", Integer.class)),
                requireNonNull(row.get("version", Long.class))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(Versions::new);
  }

  /** The sites whose holds changed after one moment and up to another. */
  Mono<Collection<String>> sites(Versions after, Versions upTo) {
    var lanes = upTo.raisedLanes(after);
    return database
        .sql(
            """
            select distinct c.site
            from unnest(:lanes::int[], :afters::bigint[], :upTos::bigint[]) as raised(lane, after, up_to)
            join hold_change c on c.lane = raised.lane and c.version > after and c.version <= up_to
            """)
        .bind("lanes", lanes.toArray(Integer[]::new))
        .bind("afters", lanes.stream().map(after::of).toArray(Long[]::new))
        .bind("upTos", lanes.stream().map(upTo::of).toArray(Long[]::new))
        .mapValue(String.class)
        .all()
        .collectList()
        .map(sites -> (Collection<String>) sites);
  }
}
