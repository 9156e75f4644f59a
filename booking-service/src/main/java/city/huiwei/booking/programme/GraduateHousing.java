package city.huiwei.booking.programme;

import static java.time.temporal.ChronoUnit.DAYS;

import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rooms for fresh graduates: some nights free, booked at once. */
public record GraduateHousing(GraduateHousingRules rules) implements Programme {

  static final String CODE = "graduate-housing";

  @Override
  public String code() {
    return CODE;
  }

  /** All reasons against the stay, none when it may be booked. */
  public List<Refusal> refusals(Wish wish, Applicant applicant, LocalDate today) {
    return Stream.of(
            isReversed(wish),
            beginsInThePast(wish, today),
            isTooLong(wish),
            beginsOutsideTheWindow(wish, today),
            isNoApplicant(applicant),
            hasNoVerifiedGraduation(applicant),
            graduatedTooLongAgo(applicant, today),
            hasTooFewNightsLeft(wish, applicant),
            overlapsAnotherStay(wish, applicant))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether a stay from that day on can still be cancelled. */
  public boolean isCancellable(LocalDate from, LocalDate today) {
    return DAYS.between(today, from) >= rules.cancellationDaysBefore();
  }

  /** Nights that stay spent when the guest leaves on that day. */
  public int nightsKeptAtDeparture(Wish stay, LocalDate today) {
    var stayed = Math.max(DAYS.between(stay.from(), today), rules.departureNightsKept());
    return Math.toIntExact(Math.min(stayed, stay.nights()));
  }

  /** Nights that stay spent when the guest never came. */
  public int nightsKeptAtNoShow(Wish stay) {
    return Math.toIntExact(Math.min(rules.noShowNightsKept(), stay.nights()));
  }

  /** The first and the last day on which a stay may begin. */
  public Wish window(LocalDate today) {
    return new Wish(today.plusDays(rules.windowFirstDay()), today.plusDays(rules.windowLastDay()));
  }

  private @Nullable Refusal isReversed(Wish wish) {
    return wish.nights() >= rules.leastNights()
        ? null
        : Refusal.of(
            "outside-window",
            wish.nights() < 0 ? "PERIOD_REVERSED" : "TOO_FEW_NIGHTS",
            "to",
            Map.of("least", rules.leastNights()));
  }

  private @Nullable Refusal isTooLong(Wish wish) {
    return wish.nights() <= rules.mostNights()
        ? null
        : Refusal.of(
            "outside-window",
            "TOO_MANY_NIGHTS",
            "to",
            Map.of("most", rules.mostNights(), "nights", wish.nights()));
  }

  private static @Nullable Refusal beginsInThePast(Wish wish, LocalDate today) {
    return wish.from().isBefore(today)
        ? Refusal.of("outside-window", "PERIOD_IN_THE_PAST", "from", Map.of("today", today))
        : null;
  }

  private @Nullable Refusal beginsOutsideTheWindow(Wish wish, LocalDate today) {
    var window = window(today);
    return wish.from().isBefore(today)
            || (!wish.from().isBefore(window.from()) && !wish.from().isAfter(window.to()))
        ? null
        : Refusal.of(
            "outside-window",
            "OUTSIDE_WINDOW",
            "from",
            Map.of("first", window.from(), "last", window.to()));
  }

  private static @Nullable Refusal isNoApplicant(Applicant applicant) {
    return applicant.isApplicant()
        ? null
        : new Refusal("not-eligible", Reason.of("NOT_AN_APPLICANT"));
  }

  private static @Nullable Refusal hasNoVerifiedGraduation(Applicant applicant) {
    return !applicant.isApplicant() || applicant.graduationYear() != null
        ? null
        : new Refusal("not-eligible", Reason.of("GRADUATION_NOT_VERIFIED"));
  }

  private @Nullable Refusal graduatedTooLongAgo(Applicant applicant, LocalDate today) {
    var year = applicant.graduationYear();
    var earliest = today.getYear() - rules.graduationYearsBack();
    return year == null || year >= earliest
        ? null
        : new Refusal(
            "not-eligible",
            new Reason(
                "GRADUATION_TOO_LONG_AGO", null, Map.of("year", year, "earliest", earliest)));
  }

  private static @Nullable Refusal hasTooFewNightsLeft(Wish wish, Applicant applicant) {
    return wish.nights() <= applicant.nightsLeft()
        ? null
        : Refusal.of(
            "entitlement-spent",
            "NIGHTS_SPENT",
            "to",
            Map.of("left", applicant.nightsLeft(), "nights", wish.nights()));
  }

  private static @Nullable Refusal overlapsAnotherStay(Wish wish, Applicant applicant) {
    return applicant.stays().stream().noneMatch(wish::overlaps)
        ? null
        : Refusal.of("already-booked", "ALREADY_BOOKED", "from", Map.of());
  }
}
