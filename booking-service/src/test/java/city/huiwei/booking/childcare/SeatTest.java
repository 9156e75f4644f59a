package city.huiwei.booking.childcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A child moves on at its age and leaves at three: vacancies that are known long before. */
class SeatTest {

  private static final LocalDate BORN = LocalDate.of(2026, 1, 15);
  private static final UUID CHILD = new UUID(0, 1);

  @Test
  void aChildGoesThroughTheClassesOfItsSite() {
    var classes = Classes.site("s1", "infant", "young-toddler", "older-toddler");
    assertThat(seat(BORN, classes.getFirst()).moves(classes))
        .containsExactly(
            new AgeMove(CHILD, LocalDate.of(2027, 1, 15), "s1.infant", "s1.young-toddler"),
            new AgeMove(CHILD, LocalDate.of(2028, 1, 15), "s1.young-toddler", "s1.older-toddler"),
            new AgeMove(CHILD, LocalDate.of(2029, 1, 15), "s1.older-toddler", null));
  }

  @Test
  void whereTheSiteHasNoClassForItTheChildLeaves() {
    var classes = new ArrayList<>(Classes.site("s1", "infant"));
    classes.addAll(Classes.site("s2", "young-toddler"));
    assertThat(seat(BORN, classes.getFirst()).moves(classes))
        .containsExactly(new AgeMove(CHILD, LocalDate.of(2027, 1, 15), "s1.infant", null));
  }

  @Test
  void ofTwoClassesTheOneInWhichItCanStayLonger() {
    var classes = Classes.site("s1", "young-toddler", "older-toddler", "mixed", "infant");
    var eighteen = Classes.of("s1.infant", "infant", 10);
    assertThat(seat(BORN, eighteen).on(LocalDate.of(2027, 7, 14), classes).orElseThrow().pool())
        .isEqualTo("s1.young-toddler");
    assertThat(seat(BORN, eighteen).on(LocalDate.of(2027, 7, 15), classes).orElseThrow().pool())
        .isEqualTo("s1.mixed");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-14, s1.infant",
    "2027-01-15, s1.young-toddler",
    "2028-01-14, s1.young-toddler",
    "2028-01-15, s1.older-toddler",
    "2029-01-14, s1.older-toddler",
    "2029-01-15, ",
  })
  void onTheDayItGrowsOutItSitsInTheNextClass(LocalDate day, @Nullable String pool) {
    var classes = Classes.site("s1", "infant", "young-toddler", "older-toddler");
    assertThat(
            seat(BORN, classes.getFirst()).on(day, classes).map(ChildcareClass::pool).orElse(null))
        .isEqualTo(pool);
  }

  @Test
  void vacanciesOfOneDayCountTogether() {
    var classes = Classes.site("s1", "infant", "young-toddler");
    var seats =
        List.of(
            seat(BORN, classes.getFirst()),
            seat(BORN, classes.getFirst()),
            seat(BORN.plusDays(1), classes.getFirst()));
    assertThat(
            KnownVacancy.of(seats, classes, LocalDate.of(2027, 1, 15), LocalDate.of(2028, 1, 15)))
        .containsExactly(
            new KnownVacancy("s1.infant", LocalDate.of(2027, 1, 15), 2),
            new KnownVacancy("s1.infant", LocalDate.of(2027, 1, 16), 1));
  }

  /** Days come in order, none is after three years, and between them each class takes the child. */
  @Test
  void betweenTwoMovesAChildIsAlwaysOfItsClassesAge() {
    var random = new Random(20);
    for (int n = 0; n < 5_000; n++) {
      var born = BORN.plusDays(random.nextInt(800));
      var classes = randomSite(random);
      var begins = born.plusMonths(6).plusDays(random.nextInt(880));
      var first = classes.stream().filter(each -> each.ages().takes(born, begins)).findAny();
      if (first.isPresent()) {
        check(seat(born, first.get()), begins, classes);
      }
    }
  }

  private static void check(Seat seat, LocalDate begins, List<ChildcareClass> classes) {
    var day = begins;
    var pool = seat.in().pool();
    for (var move : seat.moves(classes)) {
      assertThat(move.from()).isEqualTo(pool);
      assertThat(move.day()).isAfter(day).isBeforeOrEqualTo(seat.leaves());
      var ages = classes.stream().filter(it -> it.pool().equals(move.from())).findAny();
      assertThat(ages.orElseThrow().ages().takes(seat.born(), day)).isTrue();
      assertThat(ages.orElseThrow().ages().takes(seat.born(), move.day().minusDays(1))).isTrue();
      day = move.day();
      pool = move.to();
    }
    assertThat(pool).isNull();
  }

  private static List<ChildcareClass> randomSite(Random random) {
    return Classes.site("s1", "infant", "young-toddler", "older-toddler", "mixed").stream()
        .filter(_ -> random.nextInt(3) > 0)
        .toList();
  }

  private static Seat seat(LocalDate born, ChildcareClass in) {
    return new Seat(CHILD, born, born.plusMonths(36), in);
  }
}
