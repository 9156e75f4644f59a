package city.huiwei.console.reserve;

import city.huiwei.booking.contract.ReserveDesk.Group;
import city.huiwei.booking.contract.ReserveDesk.TrialAsk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is tried, as it was typed: it stays as it is whatever is wrong with it. */
record TrialForm(
    @Nullable String capacity,
    @Nullable String others,
    @Nullable List<GroupLine> groups,
    @Nullable String rounds,
    @Nullable String seed) {

  /** The published example, to begin with. */
  static final TrialForm EXAMPLE =
      new TrialForm(
          "100",
          "800",
          List.of(new GroupLine("first-time", "200", "30"), GroupLine.NONE),
          "1000",
          "1");

  /** A group, or a line left empty. */
  record GroupLine(
      @Nullable String category, @Nullable String applicants, @Nullable String reserved) {

    static final GroupLine NONE = new GroupLine("", "", "");

    boolean isEmpty() {
      return blank(category) && blank(applicants) && blank(reserved);
    }

    private static boolean blank(@Nullable String typed) {
      return typed == null || typed.isBlank();
    }
  }

  boolean isSent() {
    return capacity != null;
  }

  /** What cannot be read as a number is missing, and the service says so. */
  TrialAsk ask() {
    var asked = new ArrayList<@Nullable Group>();
    if (groups != null) {
      groups.stream()
          .filter(line -> !line.isEmpty())
          .map(line ->
              new Group(line.category(), number(line.applicants()), number(line.reserved())))
          .forEach(asked::add);
    }
    return new TrialAsk(number(capacity), asked, number(others), null, number(rounds), whole(seed));
  }

  private static @Nullable Integer number(@Nullable String typed) {
    var number = whole(typed);
    return number == null || number != number.intValue() ? null : (Integer) number.intValue();
  }

  private static @Nullable Long whole(@Nullable String typed) {
    try {
      return typed == null ? null : (Long) Long.parseLong(typed.strip());
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }
}
