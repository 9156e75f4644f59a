package city.huiwei.booking.round;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.childcare.ChildcareClass;
import city.huiwei.booking.programme.AgeClass;
import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a list, each border on both sides. */
@NullUnmarked
class WishCheckTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final List<LocalDate> ONE = List.of(DAY.minusMonths(15));
  private static final List<LocalDate> TWO = List.of(DAY.minusMonths(15), DAY.minusMonths(30));

  private final WishCheck check =
      new WishCheck(
          TestRules.childcareRules(),
          Map.of("a.1", young("a.1"), "b.1", young("b.1"), "a.2", older("a.2")),
          DAY);

  @ParameterizedTest
  @CsvSource({
    "'a.1>b.1', ''",
    "'a.1>a.1', CHOICE_REPEATED",
    "'x.9', CHOICE_UNKNOWN",
    "'a.2', CHOICE_WRONG_AGE",
    "'a.1,b.1', CHOICE_FOR_OTHER_CHILDREN",
    "'-', CHOICE_EMPTY",
    "'x.9>x.9>a.2', 'CHOICE_UNKNOWN,CHOICE_REPEATED,CHOICE_UNKNOWN,CHOICE_WRONG_AGE'",
  })
  void aListOfOneChild(String list, String codes) {
    assertThat(codes(check.reasons(wishes(1, list), ONE))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "'a.1,a.2>a.1,->-,a.2', ''",
    "'a.2,a.1', 'CHOICE_WRONG_AGE,CHOICE_WRONG_AGE'",
    "'a.1', CHOICE_FOR_OTHER_CHILDREN",
    "'-,-', CHOICE_EMPTY",
    "'a.1,a.2>a.1,a.2', CHOICE_REPEATED",
  })
  void aListOfTwoChildren(String list, String codes) {
    assertThat(codes(check.reasons(wishes(2, list), TWO))).isEqualTo(codes);
  }

  /** Ages count on the round's first day. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-02, CHOICE_WRONG_AGE",
    "2026-03-01, ''",
    "2025-03-02, ''",
    "2025-03-01, CHOICE_WRONG_AGE"
  })
  void theAgeIsThatOfTheFirstDay(LocalDate born, String codes) {
    assertThat(codes(check.reasons(wishes(1, "a.1"), List.of(born)))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({"10, ''", "20, ''", "21, TOO_MANY_CHOICES"})
  void tenChoicesAreAllowedAndTwentyAreTheMost(int choices, String codes) {
    var classes =
        IntStream.range(0, choices).boxed().collect(toMap(n -> "c" + n + ".1", n -> young("c.1")));
    var many = new WishCheck(TestRules.childcareRules(), classes, DAY);
    var list = String.join(">", classes.keySet());
    assertThat(codes(many.reasons(wishes(1, list), ONE))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({"4, ''", "5, TOO_MANY_CHOICES"})
  void fourChildrenAreTheMost(int children, String codes) {
    var list = String.join(",", Collections.nCopies(children, "a.1"));
    assertThat(
            codes(
                check.reasons(
                    wishes(children, list), Collections.nCopies(children, DAY.minusMonths(15)))))
        .isEqualTo(codes);
  }

  @Test
  void whoNamesNobodyAndNothingHearsBoth() {
    assertThat(codes(check.reasons(WishList.of(null, null), List.of())))
        .isEqualTo("CHILDREN_MISSING,CHOICES_MISSING");
    var child = new UUID(0, 1);
    var twice = WishList.of(List.of(child, child), Town.ranked("a.1,b.1"));
    assertThat(codes(check.reasons(twice, List.of(ONE.getFirst(), ONE.getFirst()))))
        .isEqualTo("CHILD_REPEATED");
  }

  @Test
  void anotherOrderIsAnotherList() {
    assertThat(wishes(1, "a.1>b.1").hash()).isNotEqualTo(wishes(1, "b.1>a.1").hash());
    assertThat(wishes(2, "a.1,->b.1,a.2").text()).isEqualTo("a.1,->b.1,a.2");
    assertThat(wishes(1, "a.1").hash()).matches("[0-9a-f]{64}");
  }

  private static WishList wishes(int children, String list) {
    return WishList.of(
        IntStream.range(0, children).mapToObj(n -> new UUID(0, n)).toList(),
        Town.ranked(list.split(">")));
  }

  private static ChildcareClass young(String pool) {
    return new ChildcareClass(
        pool, "a", "op-tot", "futian", new AgeClass("young-toddler", 12, 24, 15, 5), 10);
  }

  private static ChildcareClass older(String pool) {
    return new ChildcareClass(
        pool, "a", "op-tot", "futian", new AgeClass("older-toddler", 24, 36, 20, 7), 10);
  }

  private static String codes(List<Reason> reasons) {
    return String.join(",", reasons.stream().map(Reason::code).toList());
  }
}
