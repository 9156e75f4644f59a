package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.batch.EntryRequest.AskedWish;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a list of wishes for a batch, by its own rules and by those of the
 * programme.
 *
 * @param today the city's day by the database's clock
 */
record EntryCheck(Batch batch, BatchRules rules, GraduateHousing housing, LocalDate today) {

  private static final int LONGEST_URGENCY = 2_000;

  /** The batch's own dates take the place of the days on which one may book at once. */
  private static final Set<String> OF_BOOKING_AT_ONCE =
      Set.of("OUTSIDE_WINDOW", "NIGHTS_SPENT", "PERIOD_IN_THE_PAST");

  List<Refusal> refusals(List<AskedWish> wishes, Applicant applicant) {
    var refusals = new ArrayList<Refusal>();
    if (wishes.isEmpty() || wishes.size() > rules.mostWishes()) {
      refusals.add(invalid("WISHES_NUMBER", "wishes", Map.of("most", rules.mostWishes())));
    }
    var seen = new HashSet<String>();
    var most = Math.min(wishes.size(), rules.mostWishes());
    for (int i = 0; i < most; i++) {
      var wish = wishes.get(i);
      var field = "wishes[" + i + "].";
      if (wish.pool() != null && !seen.add(wish.pool())) {
        refusals.add(invalid("WISH_TWICE", field + "pool", Map.of("pool", wish.pool())));
      }
      refusals.addAll(refusals(wish, field, applicant));
    }
    return withoutRepetition(refusals);
  }

  /** Only where places are set aside for it can one say that it is urgent. */
  List<Refusal> urgency(@Nullable String urgency) {
    if (urgency == null || urgency.isBlank()) {
      return List.of();
    }
    if (!batch.reserves(Category.URGENT)) {
      return List.of(invalid("URGENCY_UNWANTED", "urgency", Map.of()));
    }
    return urgency.strip().length() > LONGEST_URGENCY
        ? List.of(invalid("URGENCY_LENGTH", "urgency", Map.of("most", LONGEST_URGENCY)))
        : List.of();
  }

  /** With what was left open filled in; only of wishes that nothing is wrong with. */
  static List<RankedWish> ranked(List<AskedWish> wishes) {
    return wishes.stream().map(EntryCheck::ranked).toList();
  }

  private static RankedWish ranked(AskedWish wish) {
    var from = requireNonNull(wish.from());
    var to = requireNonNull(wish.to());
    var least = wish.leastNights();
    return new RankedWish(
        requireNonNull(wish.pool()),
        from,
        to,
        Objects.requireNonNullElse(wish.slackDays(), 0),
        least == null ? Math.toIntExact(new Wish(from, to).nights()) : least);
  }

  private List<Refusal> refusals(AskedWish asked, String field, Applicant applicant) {
    var refusals = new ArrayList<Refusal>();
    if (!asked.isWhole()) {
      missing(asked)
          .forEach(name -> refusals.add(invalid("VALUE_MISSING", field + name, Map.of())));
      return refusals;
    }
    var stay = new Wish(requireNonNull(asked.from()), requireNonNull(asked.to()));
    dates(asked, stay, field).forEach(refusals::add);
    flexibility(asked, stay, field).forEach(refusals::add);
    housing.refusals(stay, applicant, today).stream()
        .filter(refusal -> !OF_BOOKING_AT_ONCE.contains(refusal.reason().code()))
        .map(refusal -> in(refusal, field))
        .forEach(refusals::add);
    var least = asked.leastNights() == null ? stay.nights() : asked.leastNights();
    if (least > applicant.nightsLeft()) {
      refusals.add(
          new Refusal(
              "entitlement-spent",
              new Reason(
                  "NIGHTS_SPENT",
                  field + "to",
                  Map.of("left", applicant.nightsLeft(), "nights", least))));
    }
    return refusals;
  }

  private List<Refusal> dates(AskedWish asked, Wish stay, String field) {
    var pool = requireNonNull(asked.pool());
    var part = batch.part(pool);
    if (part.isEmpty()) {
      return List.of(invalid("WISH_NOT_IN_BATCH", field + "pool", Map.of("pool", pool)));
    }
    var period = part.get();
    return stay.from().isBefore(period.from()) || stay.to().isAfter(period.to())
        ? List.of(
            invalid(
                "WISH_OUTSIDE_DATES",
                field + "from",
                Map.of("first", period.from(), "last", period.to())))
        : List.of();
  }

  private List<Refusal> flexibility(AskedWish asked, Wish stay, String field) {
    var refusals = new ArrayList<Refusal>();
    var slack = Objects.requireNonNullElse(asked.slackDays(), 0);
    if (slack < 0 || slack > rules.mostSlackDays()) {
      refusals.add(
          invalid("SLACK_DAYS", field + "slackDays", Map.of("most", rules.mostSlackDays())));
    }
    var least = asked.leastNights();
    if (least != null && (least < 1 || least > stay.nights())) {
      refusals.add(invalid("LEAST_NIGHTS", field + "leastNights", Map.of("most", stay.nights())));
    }
    return refusals;
  }

  private static List<String> missing(AskedWish wish) {
    var missing = new ArrayList<String>();
    if (wish.pool() == null) {
      missing.add("pool");
    }
    if (wish.from() == null) {
      missing.add("from");
    }
    if (wish.to() == null) {
      missing.add("to");
    }
    return missing;
  }

  /** What is said of the person is said once, and not of each wish. */
  private static List<Refusal> withoutRepetition(List<Refusal> refusals) {
    var said = new HashSet<String>();
    return refusals.stream()
        .filter(refusal -> refusal.reason().field() != null || said.add(refusal.reason().code()))
        .toList();
  }

  private static Refusal in(Refusal refusal, String field) {
    var reason = refusal.reason();
    return new Refusal(
        refusal.problem(), new Reason(reason.code(), below(field, reason.field()), reason.facts()));
  }

  private static @Nullable String below(String field, @Nullable String name) {
    return name == null ? null : field + name;
  }

  private static Refusal invalid(String code, String field, Map<String, ?> facts) {
    return new Refusal("invalid-request", new Reason(code, field, facts));
  }
}
