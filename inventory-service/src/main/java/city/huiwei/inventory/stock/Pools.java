package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Place;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code pool}, with what is free in it. */
@Repository
class Pools {

  private static final TypeReference<Map<String, Object>> FEATURES = new TypeReference<>() {};

  /**
   * Units of the pools chosen, less those that are taken on the fullest night: a request that fits
   * on every night is seated, as stays that have not begun make room.
   */
  private static final String COUNTED =
      """
      with night_taken as (
        select h.site, h.pool, count(*) taken
        from hold h
        join generate_series(:from::date, :to::date - 1, interval '1 day') night
          on h.period @> night::date
        where h.state in ('TIMED', 'FIRM') and (h.state = 'FIRM' or h.until > now())
          and h.period && daterange(:from, :to)
        group by h.site, h.pool, night),
      busiest as (
        select site, pool, max(taken) taken from night_taken group by site, pool)
      select p.pool, p.site, p.kind, p.features, s.name_zh, s.name_en, s.operator, s.programme,
        s.district, s.address, s.telephone, count(u.unit)::int units,
        case when bool_or(r.reported_at < now() - :stale * interval '1 second') then 0
          else greatest(count(u.unit) - coalesce(max(b.taken), 0), 0) end::int free
      from pool p
      join site s using (site)
      join unit u using (site, pool)
      left join busiest b using (site, pool)
      left join site_report r using (site)
      """;

  private static final String GROUPED = " group by p.site, p.pool, s.site ";

  private final DatabaseClient database;
  private final JsonMapper json;
  private final StockSettings settings;

  Pools(DatabaseClient database, JsonMapper json, StockSettings settings) {
    this.database = database;
    this.json = json;
    this.settings = settings;
  }

  Flux<Place> search(
      String programme,
      @Nullable String district,
      Period period,
      boolean free,
      @Nullable String after,
      int limit) {
    return database
        .sql(
            COUNTED
                + """
                where s.programme = :programme and (:district::text is null or s.district = :district)
                  and p.pool > :after
                """
                + GROUPED
                + """
                having not :free or (count(u.unit) > coalesce(max(b.taken), 0)
                  and bool_or(r.reported_at < now() - :stale * interval '1 second') is not true)
                order by p.pool limit :limit
                """)
        .bind("programme", programme)
        .bind("district", Parameter.fromOrEmpty(district, String.class))
        .bind("from", period.from())
        .bind("to", requireNonNull(period.to()))
        .bind("free", free)
        .bind("stale", settings.staleAfter().toSeconds())
        .bind("after", after == null ? "" : after)
        .bind("limit", limit)
        .map(row -> place(row, period))
        .all();
  }

  /** Every pool with all its units free; none of those that nobody has reported for too long. */
  Flux<Place> all(LocalDate today) {
    return database
        .sql(
            """
            select p.pool, p.site, p.kind, p.features, s.name_zh, s.name_en, s.operator, s.programme,
              s.district, s.address, s.telephone, count(u.unit)::int units,
              case when bool_or(r.reported_at < now() - :stale * interval '1 second') then 0
                else count(u.unit) end::int free
            from pool p
            join site s using (site)
            join unit u using (site, pool)
            left join site_report r using (site)
            """
                + GROUPED)
        .bind("stale", settings.staleAfter().toSeconds())
        .map(row -> place(row, new Period(today, today.plusDays(1))))
        .all();
  }

  Mono<Place> one(String pool, Period period) {
    return database
        .sql(COUNTED + " where p.pool = :pool " + GROUPED)
        .bind("pool", pool)
        .bind("stale", settings.staleAfter().toSeconds())
        .bind("from", period.from())
        .bind("to", requireNonNull(period.to()))
        .map(row -> place(row, period))
        .one();
  }

  private Place place(Readable row, Period period) {
    return new Place(
        text(row, "pool"),
        text(row, "site"),
        new Name(text(row, "name_zh"), text(row, "name_en")),
        text(row, "operator"),
        text(row, "programme"),
        text(row, "kind"),
        text(row, "district"),
        text(row, "address"),
        row.get("telephone", String.class),
        requireNonNull(row.get("free", Integer.class)),
        requireNonNull(row.get("units", Integer.class)),
        period.from(),
        requireNonNull(period.to()),
        json.readValue(requireNonNull(row.get("features", Json.class)).asString(), FEATURES));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
