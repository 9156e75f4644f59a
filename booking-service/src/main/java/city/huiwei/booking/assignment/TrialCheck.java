package city.huiwei.booking.assignment;

import city.huiwei.booking.contract.ReserveDesk.Group;
import city.huiwei.booking.contract.ReserveDesk.TrialAsk;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.edge.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a trial can be made, or all that is wrong with it. */
final class TrialCheck {

  static final int MOST_GROUPS = 10;

  /** Drawn people, over all rounds and orders: some seconds of one processor. */
  static final long MOST_DRAWN = 10_000_000;

  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_ROUNDS = 10_000;
  private static final Pattern CATEGORY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final TrialAsk ask;
  private final List<Reason> reasons = new ArrayList<>();

  private TrialCheck(TrialAsk ask) {
    this.ask = ask;
  }

  static List<Reason> reasons(TrialAsk ask) {
    var check = new TrialCheck(ask);
    check.inRange("capacity", ask.capacity(), 1, MOST_PEOPLE);
    check.inRange("others", ask.others(), 0, MOST_PEOPLE);
    check.inRange("rounds", ask.rounds(), 1, MOST_ROUNDS);
    if (ask.seed() == null) {
      check.reasons.add(Reason.of("VALUE_MISSING", "seed"));
    }
    check.groups();
    check.orders();
    if (check.reasons.isEmpty()) {
      check.together();
    }
    return check.reasons;
  }

  /** The orders asked for, each once; all where none is named. */
  static List<ReserveOrder> orders(TrialAsk ask) {
    var named = ask.orders();
    return named == null || named.isEmpty()
        ? List.of(ReserveOrder.values())
        : Arrays.stream(ReserveOrder.values()).filter(it -> named.contains(it.name())).toList();
  }

  private void groups() {
    var groups = ask.groups();
    if (groups == null) {
      reasons.add(Reason.of("VALUE_MISSING", "groups"));
    } else if (groups.size() > MOST_GROUPS) {
      reasons.add(new Reason("TOO_MANY_GROUPS", "groups", Map.of("most", MOST_GROUPS)));
    } else {
      var names = new HashSet<String>();
      for (int i = 0; i < groups.size(); i++) {
        group("groups[" + i + "]", groups.get(i), names);
      }
    }
  }

  private void group(String field, @Nullable Group group, Set<String> names) {
    if (group == null) {
      reasons.add(Reason.of("VALUE_MISSING", field));
      return;
    }
    var category = group.category();
    if (category == null || !CATEGORY.matcher(category).matches()) {
      reasons.add(Reason.of("GROUP_NAME_UNREADABLE", field + ".category"));
    } else if (!names.add(category)) {
      reasons.add(Reason.of("GROUP_NAMED_TWICE", field + ".category"));
    }
    inRange(field + ".applicants", group.applicants(), 0, MOST_PEOPLE);
    inRange(field + ".reserved", group.reserved(), 0, MOST_PEOPLE);
  }

  private void orders() {
    var known = Arrays.stream(ReserveOrder.values()).map(Enum::name).toList();
    var named = ask.orders();
    if (named != null && !named.stream().allMatch(known::contains)) {
      reasons.add(
          new Reason("RESERVE_ORDER_UNKNOWN", "orders", Map.of("known", String.join(", ", known))));
    }
  }

  private void together() {
    var groups = Objects.requireNonNull(ask.groups());
    var kept = groups.stream().mapToLong(group -> number(group, true)).sum();
    if (kept > Objects.requireNonNull(ask.capacity())) {
      reasons.add(new Reason("RESERVES_EXCEED_PLACES", "groups", Map.of("reserved", kept)));
    }
    var people =
        groups.stream().mapToLong(group -> number(group, false)).sum()
            + Objects.requireNonNull(ask.others());
    if (people * Objects.requireNonNull(ask.rounds()) * orders(ask).size() > MOST_DRAWN) {
      reasons.add(new Reason("RESERVE_TRIAL_TOO_LARGE", "rounds", Map.of("most", MOST_DRAWN)));
    }
  }

  private static int number(@Nullable Group group, boolean reserved) {
    var some = Objects.requireNonNull(group);
    return Objects.requireNonNull(reserved ? some.reserved() : some.applicants());
  }

  private void inRange(String field, @Nullable Integer value, int least, int most) {
    if (value == null) {
      reasons.add(Reason.of("VALUE_MISSING", field));
    } else if (value < least || value > most) {
      reasons.add(new Reason("NUMBER_OUT_OF_RANGE", field, Map.of("least", least, "most", most)));
    }
  }
}
