package city.huiwei.booking.place;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.GraduateHousingRules;
import city.huiwei.booking.programme.Programme;
import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor types is understood, or answered with all that is wrong with it. */
class SearchFormTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Programme HOUSING =
      TestRules.programmes(
              new GraduateHousingRules("test", TODAY, "test", 15, 1, 15, 0, 30, 1, 0, 1, 1))
          .graduateHousing();

  @Test
  void whoTypesNothingLooksForTonightInTheWholeCity() {
    var search = typed(null, null).filled(HOUSING, TODAY);

    assertThat(search.path())
        .isEqualTo("/places?programme=graduate-housing&from=2026-11-24&to=2026-11-25");
    assertThat(search.wrong(HOUSING, TODAY)).isEmpty();
  }

  @Test
  void whatIsNotBookedByNightsIsLookedForOnADay() {
    assertThat(
            typed("2026-12-01", "2026-12-20")
                .filled(new Childcare(TestRules.childcareRules()), TODAY)
                .to())
        .isEqualTo("2026-12-02");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "2026-11-24 | 2026-11-25 | -",
        "2026-11-24 | 2026-12-09 | -",
        "2026-11-24 | 2026-12-10 | to TOO_MANY_NIGHTS",
        "2026-11-23 | 2026-11-25 | from PERIOD_IN_THE_PAST",
        "2026-11-25 | 2026-11-25 | to TOO_FEW_NIGHTS",
        "2026-11-26 | 2026-11-25 | to PERIOD_REVERSED",
        "2026-12-24 | 2026-12-25 | -",
        "2026-12-25 | 2026-12-26 | from OUTSIDE_WINDOW",
        "tomorrow   | 2026-11-25 | from DATE_UNREADABLE",
        "2026-11-24 | 31.12.2026 | to DATE_UNREADABLE",
        "2026-02-30 | x          | from DATE_UNREADABLE, to DATE_UNREADABLE",
        "2026-11-20 | 2026-11-19 | from PERIOD_IN_THE_PAST, to PERIOD_REVERSED"
      })
  void everythingThatIsWrongIsSaidAtOnce(String from, String to, @Nullable String wrong) {
    var reasons = typed(from, to).filled(HOUSING, TODAY).wrong(HOUSING, TODAY);

    assertThat(reasons.stream().map(SearchFormTest::text))
        .containsExactlyInAnyOrderElementsOf(
            wrong == null ? List.of() : List.of(wrong.split(", ")));
  }

  @Test
  void whatWasTypedIsNotLostWhenItIsWrong() {
    assertThat(typed("tomorrow", "never & ever").filled(HOUSING, TODAY).path())
        .isEqualTo("/places?programme=graduate-housing&from=tomorrow&to=never+%26+ever");
  }

  private static SearchForm typed(@Nullable String from, @Nullable String to) {
    return new SearchForm(null, "", from, to, null, null);
  }

  private static String text(Reason reason) {
    return reason.field() + " " + reason.code();
  }
}
