package city.huiwei.booking.childcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only places that are licensed, staffed and open on the day count. */
class CapacityTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  @ParameterizedTest
  @CsvSource({
    // type, units, carers, licensed, places, limit
    "infant, 10, 4, 10, 10, UNITS",
    "infant, 10, 3, 10, 9, CARERS",
    "infant, 9, 3, 9, 9, UNITS",
    "infant, 12, 4, 12, 10, CLASS_SIZE",
    "infant, 10, 4, 9, 9, LICENCE",
    "young-toddler, 15, 3, 15, 15, UNITS",
    "young-toddler, 15, 2, 15, 10, CARERS",
    "young-toddler, 16, 4, 16, 15, CLASS_SIZE",
    "older-toddler, 20, 3, 20, 20, UNITS",
    "older-toddler, 20, 2, 20, 14, CARERS",
    "older-toddler, 25, 4, 25, 20, CLASS_SIZE",
    "mixed, 18, 4, 18, 18, UNITS",
    "mixed, 18, 3, 18, 15, CARERS",
    "infant, 10, 0, 10, 0, CARERS",
  })
  void theSmallestOfAllCounts(
      String type, int units, int carers, int licensed, int places, Capacity.Limit limit) {
    var declared = new Declaration("s.c", carers, licensed, DAY, null, DAY, null, 1);
    assertThat(Capacity.of(Classes.of("s.c", type, units), declared, DAY))
        .isEqualTo(new Capacity(places, limit));
  }

  @ParameterizedTest
  @CsvSource({
    // licensed from, until, opens, closes, places, limit
    "2027-03-01, , 2027-03-01, , 10, UNITS",
    "2027-03-02, , 2027-03-01, , 0, NOT_LICENSED",
    "2027-03-01, , 2027-03-02, , 0, NOT_OPEN",
    "2027-01-01, 2027-03-02, 2027-03-01, , 10, UNITS",
    "2027-01-01, 2027-03-01, 2027-03-01, , 0, NOT_LICENSED",
    "2027-01-01, , 2027-01-01, 2027-03-02, 10, UNITS",
    "2027-01-01, , 2027-01-01, 2027-03-01, 0, NOT_OPEN",
    "2027-03-02, , 2027-03-02, , 0, NOT_LICENSED",
  })
  void theDayDecides(
      LocalDate licensed,
      @Nullable LocalDate until,
      LocalDate opens,
      @Nullable LocalDate closes,
      int places,
      Capacity.Limit limit) {
    var declared = new Declaration("s.c", 4, 10, licensed, until, opens, closes, 1);
    assertThat(Capacity.of(Classes.of("s.c", "infant", 10), declared, DAY))
        .isEqualTo(new Capacity(places, limit));
  }

  @Test
  void whatNobodyDeclaredDoesNotCount() {
    assertThat(Capacity.of(Classes.of("s.c", "infant", 10), null, DAY))
        .isEqualTo(new Capacity(0, Capacity.Limit.NOT_DECLARED));
  }

  /** No child is taken above any limit, none is turned away below all; a carer more never hurts. */
  @Test
  void aPlaceCountsExactlyWhileEveryLimitAllowsIt() {
    var random = new Random(19);
    for (int n = 0; n < 10_000; n++) {
      var types = new String[] {"infant", "young-toddler", "older-toddler", "mixed"};
      var it = Classes.of("s.c", types[random.nextInt(4)], random.nextInt(1, 30));
      var carers = random.nextInt(8);
      var licensed = random.nextInt(30);
      var places = places(it, carers, licensed);
      assertThat(isAllowed(it, carers, licensed, places)).isTrue();
      assertThat(isAllowed(it, carers, licensed, places + 1)).isFalse();
      assertThat(places(it, carers + 1, licensed)).isGreaterThanOrEqualTo(places);
    }
  }

  private static int places(ChildcareClass it, int carers, int licensed) {
    return Capacity.of(it, new Declaration("s.c", carers, licensed, DAY, null, DAY, null, 1), DAY)
        .places();
  }

  private static boolean isAllowed(ChildcareClass it, int carers, int licensed, int children) {
    return children <= it.units()
        && children <= it.ages().mostChildren()
        && children <= licensed
        && children <= carers * it.ages().childrenPerCarer();
  }
}
