package city.huiwei.inventory.occupancy;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.OccupancyFigures.By;
import city.huiwei.inventory.contract.OccupancyMonths.Month;
import city.huiwei.inventory.stock.StockSettings;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Units by what they are counted with, and the nights that are taken of them. */
@Repository
class Lines {

  private static final String CHOSEN =
      """
      with chosen as (
        select p.pool, p.kind, p.features, s.site, s.district, s.operator, s.name_zh, s.name_en
        from site s join pool p using (site)
        where s.programme = :programme
          and (:operator::text is null or s.operator = :operator)
          and (:district::text is null or s.district = :district)
          and (:site::text is null or s.site = :site))
      """;

  /** Each hold is looked at once, whatever the number of nights: it is cut to each span. */
  private static final String NIGHTS =
      """
      , night as (
        select %s pool, greatest(lower(h.period), :today) begins, coalesce(upper(h.period), :today + 90) ends
        from chosen c join hold h using (pool) %s
        where h.state in ('TIMED', 'FIRM') and (h.state = 'FIRM' or h.until > now())
          and h.period && daterange(:today, :today + 90) and %s)
      select pool,
        coalesce(sum(1) filter (where begins = :today), 0)::bigint nights_1,
        coalesce(sum(least(ends, :today + 14) - begins) filter (where begins < :today + 14), 0)::bigint nights_14,
        coalesce(sum(least(ends, :today + 90) - begins), 0)::bigint nights_90
      from night group by pool
      """;

  private static final String BLOCKS = "h.block_reason is not null and h.state = 'FIRM'";

  private static final String FLOOR =
      "concat_ws('|', u.features ->> 'building', u.features ->> 'floor')";

  private final DatabaseClient database;
  private final StockSettings settings;

  Lines(DatabaseClient database, StockSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** What there is, by pool; by floor what is on one floor stands for a pool. */
  Flux<PoolStock> stock(By by, Part part) {
    return bind(
            CHOSEN
                + """
                , place as (
                  select %s pool, c.pool of, count(*)::int units from chosen c join unit u using (pool)
                  group by 1, 2)
                select place.pool, %s as key, %s, units,
                  case when c.kind = 'industrial-unit'
                    then (c.features ->> 'areaSquareMetres')::numeric else 0 end area,
                  r.reported_at, coalesce(r.reported_at < now() - :stale * interval '1 second', false) stale
                from place join chosen c on c.pool = place.of
                left join operator o using (operator) left join site_report r using (site)
                """
                    .formatted(by == By.FLOOR ? FLOOR : "c.pool", key(by), names(by)),
            part)
        .bind("stale", settings.staleAfter().toSeconds())
        .map(Lines::stock)
        .all();
  }

  /** Unit-nights that nobody else can have, by pool and span. */
  Mono<Map<String, long[]>> held(Part part, LocalDate today) {
    return nights(CHOSEN + NIGHTS.formatted("c.pool", "", "true"), part, today);
  }

  /** Those of them that are out of use. */
  Mono<Map<String, long[]>> outOfUse(Part part, LocalDate today) {
    return nights(CHOSEN + NIGHTS.formatted("c.pool", "", BLOCKS), part, today);
  }

  /** The same two by floor, which only a unit has. */
  Mono<Map<String, long[]>> heldByFloor(Part part, LocalDate today, boolean blocks) {
    return nights(
        CHOSEN
            + NIGHTS.formatted(
                FLOOR, "join unit u on u.number = h.unit_number", blocks ? BLOCKS : "true"),
        part,
        today);
  }

  /** Nights of stays, twelve months back; of what an early leave left only what was stayed. */
  Flux<Month> months(Part part, LocalDate today) {
    return bind(
            CHOSEN
                + """
                , month as (
                  select first::date, least((first + interval '1 month')::date, :today) last
                  from generate_series(
                    date_trunc('month', :today::timestamp) - interval '12 months',
                    date_trunc('month', :today::timestamp), interval '1 month') first),
                stay as (
                  select first::date, least(coalesce(upper(h.period), :today), :today,
                      (first + interval '1 month')::date) - greatest(lower(h.period), first::date) nights
                  from chosen c join hold h using (pool), lateral generate_series(
                    greatest(date_trunc('month', lower(h.period)::timestamp),
                      date_trunc('month', :today::timestamp) - interval '12 months'),
                    least(coalesce(upper(h.period), :today), :today)::timestamp - interval '1 day',
                    interval '1 month') first
                  where h.state in ('TIMED', 'FIRM') and h.state = 'FIRM' and h.block_reason is null),
                taken as (select first, sum(nights)::bigint nights from stay group by first),
                stock as (select count(*) units from chosen join unit using (pool))
                select to_char(m.first, 'YYYY-MM') as month, stock.units * (m.last - m.first) nights,
                  coalesce(taken.nights, 0) taken
                from month m cross join stock left join taken using (first) order by m.first
                """,
            part)
        .bind("today", today)
        .map(row -> new Month(text(row, "month"), number(row, "nights"), number(row, "taken")))
        .all();
  }

  private Mono<Map<String, long[]>> nights(String query, Part part, LocalDate today) {
    return bind(query, part)
        .bind("today", today)
        .map(row ->
            Map.entry(
                text(row, "pool"),
                new long[] {
                  number(row, "nights_1"), number(row, "nights_14"), number(row, "nights_90")
                }))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private GenericExecuteSpec bind(String query, Part part) {
    return database
        .sql(query)
        .bind("programme", part.programme())
        .bind("operator", Parameter.fromOrEmpty(part.operator(), String.class))
        .bind("district", Parameter.fromOrEmpty(part.district(), String.class))
        .bind("site", Parameter.fromOrEmpty(part.site(), String.class));
  }

  private static String key(By by) {
    return switch (by) {
      case DISTRICT -> "c.district";
      case OPERATOR -> "c.operator";
      case SITE -> "c.site";
      case FLOOR -> "place.pool";
      case KIND ->
          """
          case c.kind
            when 'room' then c.features ->> 'roomType'
            when 'bed' then concat_ws('|', c.features ->> 'sex', c.features ->> 'careFrom', c.features ->> 'careTo')
            when 'childcare-place'
              then concat_ws('|', c.features ->> 'classType', c.features ->> 'fromMonth', c.features ->> 'toMonth')
            else c.features ->> 'suitsStartUps' end
          """;
    };
  }

  private static String names(By by) {
    return switch (by) {
      case OPERATOR -> "o.name_zh, o.name_en";
      case SITE -> "c.name_zh, c.name_en";
      case DISTRICT, KIND, FLOOR -> "null name_zh, null name_en";
    };
  }

  private static PoolStock stock(Readable row) {
    var name = row.get("name_zh", String.class);
    return new PoolStock(
        text(row, "pool"),
        text(row, "key"),
        name == null ? null : new Name(name, text(row, "name_en")),
        requireNonNull(row.get("units", Integer.class)),
        requireNonNull(row.get("area", BigDecimal.class)),
        row.get("reported_at", Instant.class),
        requireNonNull(row.get("stale", Boolean.class)));
  }

  private static long number(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
