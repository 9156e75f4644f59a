package city.huiwei.booking.batch;

import city.huiwei.booking.batch.EntryRequest.AskedWish;
import city.huiwei.booking.form.Move;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which one ranks rooms, as a browser sent it. It goes to and fro whole, so that
 * nothing is stored of who has not sent it.
 *
 * @param key the number of this intent, made with the form: sent twice, it registers once
 * @param wishes the pools, the dearest first
 * @param leastNights blank where no shorter stay would do
 */
record EntryForm(
    String key,
    List<String> wishes,
    String from,
    String to,
    String slackDays,
    String leastNights,
    String invitation,
    String urgency) {

  /** A list that somebody has sent already, to be changed. */
  static EntryForm of(String key, Entry entry) {
    var first = entry.wishes().getFirst();
    return new EntryForm(
        key,
        entry.wishes().stream().map(RankedWish::pool).toList(),
        first.from().toString(),
        first.to().toString(),
        Integer.toString(first.slackDays()),
        first.leastNights() == first.nights() ? "" : Integer.toString(first.leastNights()),
        "",
        "");
  }

  static EntryForm empty(String key) {
    return new EntryForm(key, List.of(), "", "", "0", "", "", "");
  }

  /** With the list ranked anew where a button says so. */
  static EntryForm posted(Map<String, List<String>> typed) {
    var given =
        typed.getOrDefault("wishes", List.of()).stream().filter(it -> !it.isBlank()).toList();
    return new EntryForm(
        first(typed, "key"),
        move(typed).map(move -> move.of(given)).orElse(given),
        first(typed, "from"),
        first(typed, "to"),
        first(typed, "slackDays"),
        first(typed, "leastNights"),
        first(typed, "invitation"),
        first(typed, "urgency"));
  }

  static Optional<Move> move(Map<String, List<String>> typed) {
    return Move.parse(first(typed, "move"));
  }

  static String first(Map<String, List<String>> typed, String name) {
    return typed.getOrDefault(name, List.of("")).getFirst().strip();
  }

  /** All wishes have the same dates here; whoever wants others for each uses the API. */
  EntryRequest request() {
    return new EntryRequest(
        wishes.stream()
            .map(pool ->
                new AskedWish(pool, day(from), day(to), number(slackDays), number(leastNights)))
            .toList(),
        invitation.isEmpty() ? null : invitation,
        urgency.isEmpty() ? null : urgency);
  }

  /** What cannot be read at all. */
  List<Reason> unreadable() {
    return Stream.of(
            day(from) == null ? Reason.of("DATE_UNREADABLE", "from") : null,
            day(to) == null ? Reason.of("DATE_UNREADABLE", "to") : null,
            isNumber(slackDays) ? null : Reason.of("NUMBER_UNREADABLE", "slackDays"),
            isNumber(leastNights) ? null : Reason.of("NUMBER_UNREADABLE", "leastNights"))
        .filter(Objects::nonNull)
        .toList();
  }

  /** A reason that is about a wish, at the field of this form, each once. */
  static List<Reason> atItsFields(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> new Reason(reason.code(), field(reason.field()), reason.facts()))
        .distinct()
        .toList();
  }

  private static @Nullable String field(@Nullable String field) {
    if (field == null || !field.startsWith("wishes[")) {
      return field;
    }
    var name = field.substring(field.indexOf('.') + 1);
    return name.equals("pool") ? "wishes" : name;
  }

  private static boolean isNumber(String typed) {
    return typed.matches("[0-9]{0,3}");
  }

  private static @Nullable Integer number(String typed) {
    return typed.isEmpty() || !isNumber(typed) ? null : Integer.valueOf(typed);
  }

  /** The dates, when both can be read. */
  @Nullable Wish stay() {
    var first = day(from);
    var last = day(to);
    return first == null || last == null ? null : new Wish(first, last);
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** It may say what makes it urgent. */
  @Override
  public String toString() {
    return wishes.size() + " wishes";
  }
}
