package city.huiwei.booking.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes drafts of batches with all that belongs to them, in a transaction of the caller's. */
@Repository
class Drafts {

  private final DatabaseClient database;

  Drafts(DatabaseClient database) {
    this.database = database;
  }

  /** Whose it is, and by which rules. */
  record Origin(UUID batch, String programme, String operator, UUID by, String rulesVersion) {}

  Mono<Void> add(Origin origin, Draft draft) {
    return addBatch(origin, draft)
        .then(Mono.defer(() -> addParts(origin.batch(), draft.parts())))
        .then(Mono.defer(() -> addReserves(origin.batch(), draft.reserves())))
        .then(Mono.defer(() -> addAllotments(origin.batch(), allotments(draft))));
  }

  private Mono<Void> addBatch(Origin origin, Draft draft) {
    var schedule = draft.schedule();
    return database
        .sql(
            """
            insert into batch (batch, programme, operator, name_zh, name_en, way, reserve_order,
              rules_version, register_from, urgent_until, register_until, draw_at, confirm_until,
              drafted_by)
            values (:batch, :programme, :operator, :zh, :en, :way, :order, :rules, :from, :urgent,
              :until, :draw, :confirm, :by)
            """)
        .bind("batch", origin.batch())
        .bind("programme", origin.programme())
        .bind("operator", origin.operator())
        .bind("zh", draft.name().zh())
        .bind("en", draft.name().en())
        .bind("way", draft.way().name())
        .bind("order", draft.reserveOrder().name())
        .bind("rules", origin.rulesVersion())
        .bind("from", moment(schedule == null ? null : schedule.registerFrom()))
        .bind("urgent", moment(schedule == null ? null : schedule.urgentUntil()))
        .bind("until", moment(schedule == null ? null : schedule.registerUntil()))
        .bind("draw", moment(schedule == null ? null : schedule.drawAt()))
        .bind("confirm", moment(schedule == null ? null : schedule.confirmUntil()))
        .bind("by", origin.by())
        .then();
  }

  private Mono<Void> addParts(UUID batch, List<Part> parts) {
    return database
        .sql(
            """
            insert into batch_part (batch, pool, site, units, period)
            select :batch, pool, site, units, daterange(first, last)
            from unnest(:pools::text[], :sites::text[], :units::int[], :from::date[], :to::date[])
              p (pool, site, units, first, last)
            """)
        .bind("batch", batch)
        .bind("pools", texts(parts, Part::pool))
        .bind("sites", texts(parts, Part::site))
        .bind("units", parts.stream().map(Part::units).toArray(Integer[]::new))
        .bind("from", parts.stream().map(Part::from).toArray(LocalDate[]::new))
        .bind("to", parts.stream().map(Part::to).toArray(LocalDate[]::new))
        .then();
  }

  private Mono<Void> addReserves(UUID batch, List<Reserve> reserves) {
    return database
        .sql(
            """
            insert into batch_reserve (batch, category, units)
            select :batch, category, units
            from unnest(:categories::text[], :units::int[]) r (category, units)
            """)
        .bind("batch", batch)
        .bind("categories", texts(reserves, reserve -> reserve.category().code()))
        .bind("units", reserves.stream().map(Reserve::units).toArray(Integer[]::new))
        .then();
  }

  private Mono<Void> addAllotments(UUID batch, List<Allotment> allotments) {
    return database
        .sql(
            """
            insert into batch_allotment (batch, allotment, name, pool, units)
            select :batch, allotment, name, pool, units
            from unnest(:codes::text[], :names::text[], :pools::text[], :units::int[])
              a (allotment, name, pool, units)
            """)
        .bind("batch", batch)
        .bind("codes", texts(allotments, Allotment::code))
        .bind("names", texts(allotments, Allotment::name))
        .bind("pools", texts(allotments, Allotment::pool))
        .bind("units", allotments.stream().map(Allotment::units).toArray(Integer[]::new))
        .then();
  }

  private static List<Allotment> allotments(Draft draft) {
    return draft.allotments().stream().map(Draft.Listed::allotment).toList();
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static Parameter moment(@Nullable Instant moment) {
    return Parameter.fromOrEmpty(moment, Instant.class);
  }
}
