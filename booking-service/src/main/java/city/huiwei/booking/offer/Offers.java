package city.huiwei.booking.offer;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.residence.LeasedArea;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of offers. The table keeps one application, and one party, from having two. */
@Repository
class Offers {

  private static final String COLUMNS =
      """
      offer, application, programme, party, pools, site, operator, units, begins, ends,
      instead_of, area, is_start_up, state, deadline, reason, ranking, listed_at, room, sex
      """;

  private final DatabaseClient database;

  Offers(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Empty when the application or its party has a live offer, or somebody of another sex is in the
   * room.
   */
  Mono<Offer> propose(Offer offer) {
    var area = offer.area();
    var grounds = offer.grounds();
    return database
        .sql(
            """
            insert into offer (offer, application, programme, party, pools, site, operator, begins, ends,
              instead_of, area, is_start_up, state, deadline, ranking, listed_at, room, sex)
            values (:offer, :application, :programme, :party, :pools, :site, :operator, :begins, :ends,
              :insteadOf, :area, :startUp, 'PROPOSED', :deadline, :ranking, :listed, :room, :sex)
            on conflict do nothing
            returning
            """
                + COLUMNS)
        .bind("offer", offer.id())
        .bind("application", offer.application())
        .bind("programme", offer.programme())
        .bind("party", offer.party())
        .bind("pools", offer.pools().toArray(String[]::new))
        .bind("site", offer.site())
        .bind("operator", offer.operator())
        .bind("begins", offer.begins())
        .bind("ends", Parameter.fromOrEmpty(offer.ends(), LocalDate.class))
        .bind("insteadOf", Parameter.fromOrEmpty(offer.insteadOf(), UUID.class))
        .bind(
            "area",
            Parameter.fromOrEmpty(area == null ? null : area.squareMetres(), BigDecimal.class))
        .bind(
            "startUp", Parameter.fromOrEmpty(area == null ? null : area.isStartUp(), Boolean.class))
        .bind("deadline", offer.deadline())
        .bind("ranking", grounds.ranking())
        .bind("listed", grounds.listed())
        .bind("room", Parameter.fromOrEmpty(grounds.room(), String.class))
        .bind("sex", Parameter.fromOrEmpty(grounds.sex(), String.class))
        .map(Offers::offer)
        .one();
  }

  /** By room, of which sex those are who have a bed in it from a day on, or are offered one. */
  Mono<Map<String, String>> sexes(String programme, LocalDate from) {
    return database
        .sql(
            """
            select distinct room, sex from offer
            where programme = :programme and room is not null
              and state in ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED')
              and daterange(begins, ends) && daterange(:from, null)
            """)
        .bind("programme", programme)
        .bind("from", from)
        .map(row -> Map.entry(text(row, "room"), text(row, "sex")))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  Mono<Offer> one(UUID id) {
    return database
        .sql("select " + COLUMNS + " from offer where offer = :offer")
        .bind("offer", id)
        .map(Offers::offer)
        .one();
  }

  /** An offer and how far it has come. */
  record StateOf(UUID offer, Offer.State state) {}

  Flux<StateOf> states(List<UUID> ids) {
    return database
        .sql("select offer, state from offer where offer = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(row ->
            new StateOf(
                requireNonNull(row.get("offer", UUID.class)),
                Offer.State.valueOf(text(row, "state"))))
        .all();
  }

  /** All of an application, the newest first. */
  Flux<Offer> of(UUID application) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from offer where application = :application order by offer desc limit 50")
        .bind("application", application)
        .map(Offers::offer)
        .all();
  }

  /** Inventory has given the units; empty when it is no longer proposed. */
  Mono<Offer> open(UUID id, List<String> units) {
    return database
        .sql(
            """
            update offer set state = 'OPEN', units = :units, driven_at = null
            where offer = :offer and state = 'PROPOSED'
            returning
            """
                + COLUMNS)
        .bind("units", units.toArray(String[]::new))
        .bind("offer", id)
        .map(Offers::offer)
        .one();
  }

  /** Empty when it is not open, or its deadline has passed by the database's clock. */
  Mono<Offer> accept(UUID id) {
    return change(
        "state = 'ACCEPTED', answered_at = now(), driven_at = now()",
        id,
        "state = 'OPEN' and deadline > now()");
  }

  Mono<Offer> book(UUID id) {
    return change("state = 'BOOKED', driven_at = null", id, "state = 'ACCEPTED'");
  }

  Mono<Offer> fail(UUID id) {
    return change("state = 'FAILED', driven_at = now()", id, "state in ('PROPOSED', 'ACCEPTED')");
  }

  /** Empty when it is not open, or its deadline has passed by the database's clock. */
  Mono<Offer> refuse(UUID id, String reason) {
    return database
        .sql(
            """
            update offer set state = 'REFUSED', reason = :reason, answered_at = now(), driven_at = now()
            where offer = :offer and state = 'OPEN' and deadline > now()
            returning
            """
                + COLUMNS)
        .bind("reason", reason)
        .bind("offer", id)
        .map(Offers::offer)
        .one();
  }

  /** Empty when it is not open, or there is time left by the database's clock. */
  Mono<Offer> lapse(UUID id) {
    return change(
        "state = 'LAPSED', driven_at = now()", id, "state = 'OPEN' and deadline <= now()");
  }

  Mono<Offer> withdraw(UUID id) {
    return change(
        "state = 'WITHDRAWN', answered_at = now(), driven_at = now()",
        id,
        "state in ('PROPOSED', 'OPEN')");
  }

  /** Nothing is left to be done for it. */
  Mono<Void> settled(UUID id) {
    return change("driven_at = null", id, "true").then();
  }

  private Mono<Offer> change(String set, UUID id, String where) {
    return database
        .sql(
            "update offer set "
                + set
                + " where offer = :offer and "
                + where
                + " returning "
                + COLUMNS)
        .bind("offer", id)
        .map(Offers::offer)
        .one();
  }

  /** Those whose time is over, the oldest first. */
  Flux<UUID> overdue(int most) {
    return database
        .sql(
            """
            select offer from offer where state = 'OPEN' and deadline <= now()
            order by deadline limit :most
            """)
        .bind("most", most)
        .mapValue(UUID.class)
        .all();
  }

  /** Claims offers that nobody has driven on for a while. */
  Flux<Offer> claimStalled(Duration patience, int most) {
    return database
        .sql(
            """
            update offer set driven_at = now(), tries = tries + 1 where offer in (
              select offer from offer where driven_at < now() - :patience * interval '1 millisecond'
              order by driven_at limit :most for update skip locked)
            returning
            """
                + COLUMNS)
        .bind("patience", patience.toMillis())
        .bind("most", most)
        .map(Offers::offer)
        .all();
  }

  private static Offer offer(Readable row) {
    return new Offer(
        requireNonNull(row.get("offer", UUID.class)),
        requireNonNull(row.get("application", UUID.class)),
        text(row, "programme"),
        requireNonNull(row.get("party", byte[].class)),
        texts(row, "pools"),
        text(row, "site"),
        text(row, "operator"),
        texts(row, "units"),
        requireNonNull(row.get("begins", LocalDate.class)),
        row.get("ends", LocalDate.class),
        row.get("instead_of", UUID.class),
        area(row),
        Offer.State.valueOf(text(row, "state")),
        requireNonNull(row.get("deadline", Instant.class)),
        row.get("reason", String.class),
        new Offer.Grounds(
            text(row, "ranking"),
            requireNonNull(row.get("listed_at", Instant.class)),
            row.get("room", String.class),
            row.get("sex", String.class)));
  }

  private static @Nullable LeasedArea area(Readable row) {
    var area = row.get("area", BigDecimal.class);
    return area == null
        ? null
        : new LeasedArea(area, requireNonNull(row.get("is_start_up", Boolean.class)));
  }

  private static List<String> texts(Readable row, String column) {
    return List.of(requireNonNull(row.get(column, String[].class)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
