package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BatchDraft;
import city.huiwei.booking.contract.Way;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a proposed batch.
 *
 * @param own the pools of the operator's sites, by code
 * @param now by the database's clock
 */
record DraftCheck(BatchRules rules, Map<String, Place> own, Instant now, ZoneId city) {

  private static final int LONGEST_NAME = 80;
  private static final int MOST_ALLOTMENTS = 20;
  private static final int MOST_PLACES = 2_000;

  List<Reason> reasons(BatchDraft draft) {
    var reasons = new ArrayList<Reason>();
    missing(draft).forEach(reasons::add);
    parts(draft, reasons);
    reserves(draft, reasons);
    allotments(draft, reasons);
    schedule(draft, reasons);
    return List.copyOf(reasons);
  }

  private static Stream<Reason> missing(BatchDraft draft) {
    return Stream.of(
            name(draft.nameZh(), "nameZh"),
            name(draft.nameEn(), "nameEn"),
            draft.way() == null ? Reason.of("VALUE_MISSING", "way") : null,
            draft.reserveOrder() == null ? Reason.of("VALUE_MISSING", "reserveOrder") : null)
        .filter(Objects::nonNull);
  }

  private static @Nullable Reason name(@Nullable String name, String field) {
    if (name == null || name.isBlank()) {
      return Reason.of("VALUE_MISSING", field);
    }
    return name.strip().length() > LONGEST_NAME
        ? new Reason("NAME_TOO_LONG", field, Map.of("most", LONGEST_NAME))
        : null;
  }

  private void parts(BatchDraft draft, List<Reason> reasons) {
    var parts = draft.parts();
    if (parts.isEmpty() || parts.size() > rules.mostParts()) {
      reasons.add(new Reason("PARTS_NUMBER", "parts", Map.of("most", rules.mostParts())));
      return;
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < parts.size(); i++) {
      var field = "parts[" + i + "].";
      var pool = parts.get(i).pool();
      if (pool != null && !seen.add(pool)) {
        reasons.add(new Reason("PART_TWICE", field + "pool", Map.of("pool", pool)));
      }
      part(parts.get(i), field, reasons);
    }
  }

  private void part(BatchDraft.DraftPart part, String field, List<Reason> reasons) {
    var place = Optional.ofNullable(part.pool()).map(own::get);
    if (place.isEmpty()) {
      reasons.add(
          new Reason("UNKNOWN_POOL", field + "pool", Map.of("pool", String.valueOf(part.pool()))));
    }
    var most = place.map(Place::units).orElse(Integer.MAX_VALUE);
    if (part.units() < 1 || part.units() > most) {
      reasons.add(new Reason("PART_UNITS", field + "units", Map.of("most", most)));
    }
    period(part.from(), part.to(), field, reasons);
  }

  private void period(
      @Nullable LocalDate from, @Nullable LocalDate to, String field, List<Reason> reasons) {
    if (from == null || to == null) {
      reasons.add(Reason.of("VALUE_MISSING", field + (from == null ? "from" : "to")));
    } else if (!to.isAfter(from)) {
      reasons.add(Reason.of("PERIOD_REVERSED", field + "to"));
    } else if (from.isBefore(today())) {
      reasons.add(new Reason("PERIOD_IN_THE_PAST", field + "from", Map.of("today", today())));
    } else if (ChronoUnit.DAYS.between(from, to) > rules.mostNights()) {
      reasons.add(new Reason("PART_TOO_LONG", field + "to", Map.of("most", rules.mostNights())));
    }
  }

  private static void reserves(BatchDraft draft, List<Reason> reasons) {
    var seen = new HashSet<String>();
    for (int i = 0; i < draft.reserves().size(); i++) {
      var reserve = draft.reserves().get(i);
      var field = "reserves[" + i + "].";
      var category = String.valueOf(reserve.category());
      if (Category.named(category).filter(Category::isReservable).isEmpty()
          || !seen.add(category)) {
        reasons.add(
            new Reason("RESERVE_CATEGORY", field + "category", Map.of("category", category)));
      }
      if (reserve.units() < 1) {
        reasons.add(Reason.of("RESERVE_UNITS", field + "units"));
      }
    }
    long open = Math.max(0, units(draft) - allotted(draft));
    long reserved = draft.reserves().stream().mapToLong(BatchDraft.DraftReserve::units).sum();
    if (reserved > open || (draft.way() != Way.DRAW && reserved > 0)) {
      reasons.add(
          new Reason("RESERVES_TOO_MANY", "reserves", Map.of("units", reserved, "open", open)));
    }
  }

  private static void allotments(BatchDraft draft, List<Reason> reasons) {
    if (draft.allotments().size() > MOST_ALLOTMENTS
        || (draft.way() == Way.INSTANT && !draft.allotments().isEmpty())) {
      reasons.add(new Reason("ALLOTMENTS_NUMBER", "allotments", Map.of("most", MOST_ALLOTMENTS)));
      return;
    }
    for (int i = 0; i < draft.allotments().size(); i++) {
      allotment(draft, i, reasons);
    }
    if (draft.way() == Way.LIST && allotted(draft) != units(draft)) {
      reasons.add(
          new Reason(
              "LIST_COVERS_ALL",
              "allotments",
              Map.of("units", units(draft), "allotted", allotted(draft))));
    }
  }

  private static void allotment(BatchDraft draft, int index, List<Reason> reasons) {
    var allotment = draft.allotments().get(index);
    var field = "allotments[" + index + "].";
    var wrongName = name(allotment.name(), field + "name");
    if (wrongName != null) {
      reasons.add(wrongName);
    }
    var released =
        draft.parts().stream()
            .filter(part -> part.pool() != null && part.pool().equals(allotment.pool()))
            .mapToLong(BatchDraft.DraftPart::units)
            .sum();
    if (allotment.units() < 1 || allottedOf(draft, allotment.pool()) > released) {
      reasons.add(new Reason("ALLOTMENT_UNITS", field + "units", Map.of("released", released)));
    }
    if (allotment.places() < 1 || allotment.places() > MOST_PLACES) {
      reasons.add(new Reason("LIST_PLACES", field + "places", Map.of("most", MOST_PLACES)));
    }
  }

  private void schedule(BatchDraft draft, List<Reason> reasons) {
    if (draft.way() == null) {
      return;
    }
    var schedule = scheduleOf(draft);
    if (!draft.way().hasWindow()) {
      if (Stream.of(
              draft.registerFrom(),
              draft.urgentUntil(),
              draft.registerUntil(),
              draft.drawAt(),
              draft.confirmUntil())
          .anyMatch(Objects::nonNull)) {
        reasons.add(Reason.of("SCHEDULE_UNWANTED", "registerFrom"));
      }
    } else if (schedule.isEmpty()) {
      reasons.add(Reason.of("SCHEDULE_MISSING", "registerFrom"));
    } else {
      order(draft, schedule.get(), reasons);
    }
  }

  private void order(BatchDraft draft, Schedule schedule, List<Reason> reasons) {
    if (!schedule.isInOrder()) {
      reasons.add(Reason.of("SCHEDULE_ORDER", "registerUntil"));
    }
    if (schedule.registerFrom().isBefore(now)) {
      reasons.add(Reason.of("SCHEDULE_IN_THE_PAST", "registerFrom"));
    }
    var claimable = schedule.registerUntil().minus(rules.urgentHours(), ChronoUnit.HOURS);
    if (draft.reserves().stream().anyMatch(it -> Category.URGENT.code().equals(it.category()))
        && schedule.urgentUntil().isAfter(claimable)) {
      reasons.add(
          new Reason("URGENT_TOO_LATE", "urgentUntil", Map.of("hours", rules.urgentHours())));
    }
    var first =
        draft.parts().stream()
            .map(BatchDraft.DraftPart::from)
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo);
    if (first.isPresent()
        && !schedule.confirmUntil().isBefore(first.get().atStartOfDay(city).toInstant())) {
      reasons.add(new Reason("CONFIRMED_TOO_LATE", "confirmUntil", Map.of("first", first.get())));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, city);
  }

  /** Empty when something is missing of it, or there is something that it does not want. */
  static Optional<Schedule> scheduleOf(BatchDraft draft) {
    var isDrawn = draft.way() == Way.DRAW;
    return draft.registerFrom() == null
            || draft.urgentUntil() == null
            || draft.registerUntil() == null
            || draft.confirmUntil() == null
            || (draft.drawAt() != null) != isDrawn
        ? Optional.empty()
        : Optional.of(
            new Schedule(
                requireNonNull(draft.registerFrom()),
                requireNonNull(draft.urgentUntil()),
                requireNonNull(draft.registerUntil()),
                draft.drawAt(),
                requireNonNull(draft.confirmUntil())));
  }

  private static long units(BatchDraft draft) {
    return draft.parts().stream().mapToLong(BatchDraft.DraftPart::units).sum();
  }

  private static long allotted(BatchDraft draft) {
    return draft.allotments().stream().mapToLong(BatchDraft.DraftAllotment::units).sum();
  }

  private static long allottedOf(BatchDraft draft, @Nullable String pool) {
    return draft.allotments().stream()
        .filter(other -> Objects.equals(other.pool(), pool))
        .mapToLong(BatchDraft.DraftAllotment::units)
        .sum();
  }
}
