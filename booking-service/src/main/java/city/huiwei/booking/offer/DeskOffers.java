package city.huiwei.booking.offer;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.OfferDesk;
import city.huiwei.booking.contract.OfferDesk.OfferLine;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Offers as an operator's staff look after them, with what stalls. */
@Repository
class DeskOffers {

  private static final String STALLED =
      """
      array_remove(array[
        case when o.driven_at is not null and o.tries >= :tries then 'DRIVEN_OFTEN' end,
        case when o.driven_at is not null
          and greatest(o.created_at, o.answered_at, case o.state when 'LAPSED' then o.deadline end)
            < now() - :late * interval '1 millisecond' then 'INVENTORY_SILENT' end,
        case when o.state = 'OPEN' and o.deadline < now() + :little * interval '1 millisecond'
          then 'LITTLE_TIME_LEFT' end], null)
      """;

  private final DatabaseClient database;
  private final OfferSettings settings;

  DeskOffers(DatabaseClient database, OfferSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * An operator's in these states, the oldest first, those after one where it is named.
   *
   * @param onlyStalled leaves out what goes its way
   */
  Flux<OfferLine> page(
      String operator,
      Set<Offer.State> states,
      boolean onlyStalled,
      @Nullable UUID after,
      int most) {
    return database
        .sql(
            """
            select o.*, a.reference,
              (extract(epoch from now() - o.created_at) / 60)::bigint age_minutes
            from (
              select o.*, %s stalled from offer o
              where o.operator = :operator and o.state = any(:states)
                and o.offer > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                and (not :only or o.state in ('PROPOSED', 'OPEN', 'ACCEPTED')
                  or o.driven_at is not null)) o
            join application a on a.application = o.application
            where not :only or cardinality(o.stalled) > 0
            order by o.offer limit :most
            """
                .formatted(STALLED))
        .bind("operator", operator)
        .bind("states", states.stream().map(Enum::name).toArray(String[]::new))
        .bind("only", onlyStalled)
        .bind("after", Parameter.fromOrEmpty(after, UUID.class))
        .bind("tries", settings.manyTries())
        .bind("late", settings.late().toMillis())
        .bind("little", settings.littleTime().toMillis())
        .bind("most", most)
        .map(DeskOffers::offer)
        .all();
  }

  /** Seconds for which the one that waits longest has waited to be driven on; 0 when none does. */
  Mono<Double> oldestUndriven() {
    return database
        .sql(
            """
            select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 from offer
            where driven_at is not null
            """)
        .mapValue(Double.class)
        .one();
  }

  private static OfferLine offer(Readable row) {
    return new OfferLine(
        requireNonNull(row.get("offer", UUID.class)),
        requireNonNull(row.get("application", UUID.class)),
        text(row, "reference"),
        text(row, "programme"),
        text(row, "site"),
        texts(row, "pools"),
        texts(row, "units"),
        requireNonNull(row.get("begins", LocalDate.class)),
        OfferDesk.State.valueOf(text(row, "state")),
        requireNonNull(row.get("created_at", Instant.class)),
        requireNonNull(row.get("deadline", Instant.class)),
        requireNonNull(row.get("age_minutes", Long.class)),
        requireNonNull(row.get("tries", Integer.class)),
        texts(row, "stalled").stream().map(OfferDesk.Stall::valueOf).toList());
  }

  private static List<String> texts(Readable row, String column) {
    return Arrays.asList(requireNonNull(row.get(column, String[].class)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
