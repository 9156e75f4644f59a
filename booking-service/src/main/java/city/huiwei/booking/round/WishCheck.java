package city.huiwei.booking.round;

import city.huiwei.booking.childcare.ChildcareClass;
import city.huiwei.booking.programme.ChildcareRules;
import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a family's list: everything at once.
 *
 * @param classes by their code
 * @param day on which the places begin
 */
record WishCheck(ChildcareRules rules, Map<String, ChildcareClass> classes, LocalDate day) {

  /** A choice with its rank, the first is 1. */
  private record Ranked(int rank, List<@Nullable String> pools) {

    Reason wrong(String code) {
      return new Reason(code, "choices", Map.of("rank", rank));
    }

    Reason wrong(String code, String pool) {
      return new Reason(code, "choices", Map.of("rank", rank, "place", pool));
    }
  }

  /**
   * @param born the children's days of birth, in the order of the list
   */
  List<Reason> reasons(WishList list, List<LocalDate> born) {
    var reasons = new ArrayList<Reason>(children(list));
    if (list.choices().isEmpty()) {
      reasons.add(Reason.of("CHOICES_MISSING", "choices"));
    }
    if (list.choices().size() > rules.mostChoices()) {
      reasons.add(tooMany("choices", rules.mostChoices()));
    }
    var seen = new HashSet<List<@Nullable String>>();
    int rank = 0;
    for (var choice : list.choices().stream().limit(rules.mostChoices()).toList()) {
      rank++;
      var ranked = new Ranked(rank, choice);
      if (!seen.add(choice)) {
        reasons.add(ranked.wrong("CHOICE_REPEATED"));
      }
      reasons.addAll(choice(ranked, born));
    }
    return List.copyOf(reasons);
  }

  private List<Reason> children(WishList list) {
    var children = list.children();
    var reasons = new ArrayList<Reason>();
    if (children.isEmpty()) {
      reasons.add(Reason.of("CHILDREN_MISSING", "children"));
    }
    if (children.size() > rules.mostChildren()) {
      reasons.add(tooMany("children", rules.mostChildren()));
    }
    if (new HashSet<>(children).size() < children.size()) {
      reasons.add(Reason.of("CHILD_REPEATED", "children"));
    }
    return reasons;
  }

  private static Reason tooMany(String field, int most) {
    return new Reason("TOO_MANY_CHOICES", field, Map.of("most", most));
  }

  private List<Reason> choice(Ranked choice, List<LocalDate> born) {
    if (choice.pools().size() != born.size()) {
      return List.of(choice.wrong("CHOICE_FOR_OTHER_CHILDREN"));
    }
    var reasons = new ArrayList<Reason>();
    var isEmpty = true;
    for (int child = 0; child < born.size(); child++) {
      var pool = choice.pools().get(child);
      isEmpty &= pool == null;
      var wrong = pool == null ? null : place(choice, pool, born.get(child));
      if (wrong != null) {
        reasons.add(wrong);
      }
    }
    if (isEmpty) {
      reasons.add(choice.wrong("CHOICE_EMPTY"));
    }
    return reasons;
  }

  private @Nullable Reason place(Ranked choice, String pool, LocalDate born) {
    var it = classes.get(pool);
    if (it == null) {
      return choice.wrong("CHOICE_UNKNOWN", pool.length() > 80 ? pool.substring(0, 80) : pool);
    }
    return it.ages().takes(born, day) ? null : choice.wrong("CHOICE_WRONG_AGE", pool);
  }
}
