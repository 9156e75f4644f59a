package city.huiwei.inventory.occupancy;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.OccupancySheet;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What is taken and blocked, by site and night. */
@Repository
class Nights {

  private final DatabaseClient database;

  Nights(DatabaseClient database) {
    this.database = database;
  }

  Flux<OccupancySheet.Row> rows(
      String programme,
      @Nullable String operator,
      @Nullable String district,
      LocalDate from,
      int count) {
    return database
        .sql(
            """
            with chosen as (
              select s.*, (select count(*)::int from unit u where u.site = s.site) units
              from site s
              where s.programme = :programme
                and (:operator::text is null or s.operator = :operator)
                and (:district::text is null or s.district = :district)),
            night as (
              select :from + n as night, n from generate_series(0, :count - 1) n),
            held as (
              select h.site, n.n,
                (count(*) filter (where h.block_reason is null))::int taken,
                (count(*) filter (where h.block_reason is not null))::int blocked
              from hold h join night n on h.period @> n.night
              where h.state in ('TIMED', 'FIRM') and (h.state = 'FIRM' or h.until > now())
                and h.period && daterange(:from, :from + :count)
                and h.site in (select site from chosen)
              group by h.site, n.n)
            select c.site, c.name_zh, c.name_en, c.operator, c.district, c.units,
              array_agg(coalesce(h.taken, 0) order by n.n) taken,
              array_agg(coalesce(h.blocked, 0) order by n.n) blocked
            from chosen c cross join night n
            left join held h on h.site = c.site and h.n = n.n
            group by c.site, c.name_zh, c.name_en, c.operator, c.district, c.units
            order by c.district, c.site
            """)
        .bind("programme", programme)
        .bind("operator", Parameter.fromOrEmpty(operator, String.class))
        .bind("district", Parameter.fromOrEmpty(district, String.class))
        .bind("from", from)
        .bind("count", count)
        .map(Nights::row)
        .all();
  }

  private static OccupancySheet.Row row(Readable row) {
    return new OccupancySheet.Row(
        text(row, "site"),
        new Name(text(row, "name_zh"), text(row, "name_en")),
        text(row, "operator"),
        text(row, "district"),
        requireNonNull(row.get("units", Integer.class)),
        counts(row, "taken"),
        counts(row, "blocked"));
  }

  private static List<Integer> counts(Readable row, String column) {
    return Arrays.asList(requireNonNull(row.get(column, Integer[].class)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
