package city.huiwei.booking.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programme;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.Reason;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor typed to find places; it need not make sense.
 *
 * @param full also places where nothing is free
 * @param after the last pool of the page before
 */
record SearchForm(
    @Nullable String programme,
    @Nullable String district,
    @Nullable String from,
    @Nullable String to,
    @Nullable Boolean full,
    @Nullable String after) {

  /**
   * The same with what was left open filled in: the whole city, one night from today. What is not
   * booked by nights is looked for on a day.
   */
  SearchForm filled(Programme programme, LocalDate today) {
    String begin = isBlank(from) ? today.toString() : from;
    String nextDay = day(begin).orElse(today).plusDays(1).toString();
    return new SearchForm(
        programme.code(),
        isBlank(district) ? null : district,
        begin,
        isBlank(to) || !programme.isBooked() ? nextDay : to,
        Boolean.TRUE.equals(full),
        isBlank(after) ? null : after);
  }

  /** What is wrong with the dates, all at once. */
  List<Reason> wrong(Programme programme, LocalDate today) {
    return stay().map(stay -> refused(programme, stay, today)).orElseGet(this::unreadable);
  }

  /** The dates, when both can be read. */
  Optional<Wish> stay() {
    return day(from).flatMap(begin -> day(to).map(end -> new Wish(begin, end)));
  }

  SearchForm in(String otherDistrict) {
    return new SearchForm(programme, otherDistrict, from, to, full, null);
  }

  SearchForm on(Wish stay) {
    return new SearchForm(
        programme, district, stay.from().toString(), stay.to().toString(), full, null);
  }

  SearchForm after(@Nullable String last) {
    return new SearchForm(programme, district, from, to, full, last);
  }

  /** The address of this search, to be sent to somebody else. */
  public String path() {
    var typed = new LinkedHashMap<String, @Nullable String>();
    typed.put("programme", programme);
    typed.put("district", district);
    typed.put("from", from);
    typed.put("to", to);
    typed.put("full", Boolean.TRUE.equals(full) ? "true" : null);
    typed.put("after", after);
    return typed.entrySet().stream()
        .filter(each -> each.getValue() != null)
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&", "/places?", ""));
  }

  private static List<Reason> refused(Programme programme, Wish stay, LocalDate today) {
    if (programme instanceof GraduateHousing housing) {
      // Somebody who may have any nights: only the dates are asked about here.
      var anyone = new Applicant(true, today.getYear(), Integer.MAX_VALUE);
      return housing.refusals(stay, anyone, today).stream().map(Refusal::reason).toList();
    }
    return stay.from().isBefore(today)
        ? List.of(new Reason("PERIOD_IN_THE_PAST", "from", Map.of("today", today)))
        : List.of();
  }

  private List<Reason> unreadable() {
    return Stream.of("from", "to")
        .filter(field -> day(field.equals("from") ? from : to).isEmpty())
        .map(field -> Reason.of("DATE_UNREADABLE", field))
        .toList();
  }

  private static Optional<LocalDate> day(@Nullable String typed) {
    try {
      return Optional.ofNullable(typed).map(String::strip).map(LocalDate::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isBlank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }
}
