package city.huiwei.booking.round;

import city.huiwei.booking.contract.RoundDesk.NewRound;
import city.huiwei.edge.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with the dates of a round that somebody wants to announce: all of it. */
record RoundPlan(NewRound dates, Instant now, ZoneId zone) {

  List<Reason> reasons() {
    return Stream.of(
            after(dates.closesAt(), now, "closesAt"),
            after(dates.closesAt(), dates.opensAt(), "closesAt"),
            after(dates.drawsAt(), dates.closesAt(), "drawsAt"),
            after(dates.answersUntil(), dates.drawsAt(), "answersUntil"),
            after(dates.fillAnswersUntil(), dates.answersUntil(), "fillAnswersUntil"),
            dates.fillAnswersUntil().isAfter(dates.startsOn().atStartOfDay(zone).toInstant())
                ? Reason.of("DATES_REVERSED", "startsOn")
                : null)
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }

  private static @Nullable Reason after(Instant later, Instant earlier, String field) {
    return later.isAfter(earlier) ? null : Reason.of("DATES_REVERSED", field);
  }
}
