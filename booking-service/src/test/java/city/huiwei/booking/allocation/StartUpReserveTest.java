package city.huiwei.booking.allocation;

import static city.huiwei.booking.allocation.StartUpReserve.Denominator.LEASED;
import static city.huiwei.booking.allocation.StartUpReserve.Denominator.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.huiwei.booking.RuleFiles;
import city.huiwei.booking.allocation.LeaseAnswer.Allowed;
import city.huiwei.booking.allocation.LeaseAnswer.Refused;
import city.huiwei.booking.allocation.StartUpReserve.Denominator;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartUpReserveTest {

  private static final BigDecimal SHARE = new BigDecimal("0.80");

  /** Of 1,000 m² others have 150: 50 are left to them. */
  @ParameterizedTest
  @CsvSource({
    "49.9, false, true, 0.8001",
    "50, false, true, 0.8000",
    "50.0, false, true, 0.8000",
    "50.1, false, false, 0.7999",
    "400, false, false, 0.4500",
    "50.1, true, true, 0.8500",
    "450, true, true, 0.8500"
  })
  void ofTheStockOthersHaveAtMostTheRest(
      BigDecimal area, boolean isStartUp, boolean isAllowed, BigDecimal shareAfter) {
    var answer = reserve(STOCK).answer(area("1000", "400", "150"), area, isStartUp);
    assertThat(answer instanceof Allowed).isEqualTo(isAllowed);
    assertThat(answer.after().startUpShareOfStock()).isEqualTo(shareAfter);
  }

  /** Start-ups have leased 400 m² and others 80: 20 more make one fifth. */
  @ParameterizedTest
  @CsvSource({
    "19.9, false, true, 0.8001",
    "20, false, true, 0.8000",
    "20.1, false, false, 0.7998",
    "300, true, true, 0.8974"
  })
  void ofWhatIsLeasedOthersHaveAtMostTheRest(
      BigDecimal area, boolean isStartUp, boolean isAllowed, BigDecimal shareAfter) {
    var answer = reserve(LEASED).answer(area("1000", "400", "80"), area, isStartUp);
    assertThat(answer instanceof Allowed).isEqualTo(isAllowed);
    assertThat(answer.after().startUpShareOfLeased()).contains(shareAfter);
  }

  @Test
  void whatNobodyHasLeasedHasNoShareAndTheFirstLeaseIsOfAStartUp() {
    var empty = area("1000", "0", "0");
    assertThat(empty.startUpShareOfLeased()).isEmpty();
    assertThat(reserve(LEASED).answer(empty, BigDecimal.ONE, false)).isInstanceOf(Refused.class);
    assertThat(reserve(LEASED).answer(empty, BigDecimal.ONE, true)).isInstanceOf(Allowed.class);
    assertThat(reserve(STOCK).answer(empty, BigDecimal.ONE, false)).isInstanceOf(Allowed.class);
  }

  /** It was so before the rule: nobody is evicted, and a start-up mends it. */
  @ParameterizedTest
  @EnumSource(Denominator.class)
  void whereTheReserveIsNotMetStartUpsLeaseAndOthersDoNot(Denominator denominator) {
    var before = area("1000", "100", "300");
    assertThat(reserve(denominator).answer(before, BigDecimal.ONE, true))
        .isInstanceOf(Allowed.class);
    assertThat(reserve(denominator).answer(before, new BigDecimal("0.1"), false))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.mostSquareMetres()).isZero());
  }

  @Test
  void aRefusalShowsBothRatiosBeforeAndAfterAndWhatWouldDo() {
    var answer = reserve(STOCK).answer(area("1000", "400", "150"), new BigDecimal("100"), false);
    assertThat(answer)
        .isEqualTo(
            new Refused(
                area("1000", "400", "150"), area("1000", "400", "250"), new BigDecimal("50.0")));
    assertThat(answer.before().startUpShareOfStock()).isEqualTo("0.8500");
    assertThat(answer.before().startUpShareOfLeased()).contains(new BigDecimal("0.7272"));
    assertThat(answer.after().startUpShareOfStock()).isEqualTo("0.7500");
    assertThat(answer.after().startUpShareOfLeased()).contains(new BigDecimal("0.6153"));
  }

  /** A guard that looks at the ratio before a lease and not at the one after lets it fall. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noSeriesOfLeasesBreaksTheReserve(long seed) {
    System.out.println("start-up reserve: seed " + seed);
    for (var denominator : Denominator.values()) {
      assertThat(lowestShare(seed, denominator, false)).isGreaterThanOrEqualTo(SHARE);
      assertThat(lowestShare(seed, denominator, true)).isLessThan(SHARE);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void whatARefusalSaysWouldDoDoesAndNoMore(long seed) {
    System.out.println("start-up reserve: seed " + seed);
    var random = new Random(seed);
    int refusals = 0;
    for (int n = 0; n < 2_000; n++) {
      var reserve = reserve(Denominator.values()[random.nextInt(2)]);
      var before =
          new LetArea(tenths(6_000), tenths(random.nextInt(4_000)), tenths(random.nextInt(1_500)));
      if (reserve.answer(before, tenths(1 + random.nextInt(500)), false)
          instanceof Refused refused) {
        var more = refused.mostSquareMetres().add(tenths(1));
        assertThat(reserve.answer(before, more, false)).isInstanceOf(Refused.class);
        assertThat(
                refused.mostSquareMetres().signum() == 0
                    || reserve.answer(before, refused.mostSquareMetres(), false) instanceof Allowed)
            .as("seed %d: %s", seed, refused)
            .isTrue();
        refusals++;
      }
    }
    assertThat(refusals).isGreaterThan(200);
  }

  @Test
  void whatIsNotSoundIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> area("1000", "900", "101"));
    assertThatIllegalArgumentException().isThrownBy(() -> area("0", "0", "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> area("10", "-1", "0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StartUpReserve(new BigDecimal("1.01"), STOCK));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reserve(STOCK).answer(area("10", "0", "0"), BigDecimal.ZERO, true));
  }

  @Test
  void theFileOfRulesIsRead() {
    var reserve = RuleFiles.read("start-up-reserve", StartUpReserveRules.class).reserve();
    assertThat(reserve.share()).isEqualByComparingTo(SHARE);
    assertThat(reserve.denominator()).isEqualTo(STOCK);
  }

  private static BigDecimal lowestShare(long seed, Denominator denominator, boolean looksBehind) {
    var random = new Random(seed);
    var area = area("10000", "800", "200");
    var lowest = BigDecimal.ONE;
    for (int n = 0; n < 60; n++) {
      var lease = tenths(10 + random.nextInt(5_000));
      var isStartUp = random.nextInt(3) == 0;
      if (area.leased().add(lease).compareTo(area.stock()) <= 0
          && isLeased(area, lease, isStartUp, denominator, looksBehind)) {
        area = area.plus(lease, isStartUp);
        lowest = lowest.min(share(area, denominator));
      }
    }
    return lowest;
  }

  private static boolean isLeased(
      LetArea area, BigDecimal lease, boolean isStartUp, Denominator denominator, boolean behind) {
    return behind
        ? isStartUp || share(area, denominator).compareTo(SHARE) >= 0
        : reserve(denominator).answer(area, lease, isStartUp) instanceof Allowed;
  }

  private static BigDecimal share(LetArea area, Denominator denominator) {
    return denominator == STOCK
        ? area.startUpShareOfStock()
        : area.startUpShareOfLeased().orElse(BigDecimal.ONE);
  }

  private static StartUpReserve reserve(Denominator denominator) {
    return new StartUpReserve(SHARE, denominator);
  }

  private static LetArea area(String stock, String startUps, String others) {
    return new LetArea(new BigDecimal(stock), new BigDecimal(startUps), new BigDecimal(others));
  }

  private static BigDecimal tenths(int count) {
    return BigDecimal.valueOf(count, 1);
  }
}
