package city.huiwei.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplePersonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graduate-00001",
        "graduate-99999",
        "graduate-100000",
        "graduate-9999999",
        "family-00001",
        "firm-00001",
        "caseworker-op-home",
        "manager-op-x",
        "monitor",
        "auditor",
        "administrator"
      })
  void theseAreKnown(String name) {
    assertThat(SamplePerson.named(name, TODAY)).map(SamplePerson::subject).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "graduate",
        "graduate-00000",
        "graduate-1",
        "graduate-0001",
        "graduate-000001",
        "graduate-10000000",
        "graduate-00001 ",
        "Graduate-00001",
        "student-00001",
        "caseworker",
        "caseworker-",
        "caseworker-op-",
        "caseworker-home",
        "manager-op home",
        "administrator-op-home",
        "root"
      })
  void theseAreNobody(String name) {
    assertThat(SamplePerson.named(name, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "graduate-00001, applicant",
    "family-00001, applicant",
    "firm-00001, applicant",
    "caseworker-op-home, caseworker",
    "manager-op-home, manager",
    "monitor, monitor",
    "auditor, auditor",
    "administrator, administrator"
  })
  void eachHasOneRole(String name, String role) {
    assertThat(claims(name)).containsEntry("roles", List.of(role));
  }

  @ParameterizedTest
  @CsvSource({"caseworker-op-home, op-home", "manager-op-yard-2, op-yard-2"})
  void anOperatorsStaffBelongsToIt(String name, String operator) {
    assertThat(claims(name)).containsEntry("operator", operator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graduate-00001", "monitor", "administrator"})
  void nobodyElseBelongsToAnOperator(String name) {
    assertThat(claims(name)).doesNotContainKey("operator");
  }

  @ParameterizedTest
  @CsvSource({
    "graduate-00001, 2025",
    "graduate-00002, 2026",
    "graduate-00099, 2025",
    "graduate-00101, 2025",
    "graduate-9999998, 2026"
  })
  void aGraduateFinishedThisYearOrLast(String name, int year) {
    assertThat(claims(name)).containsEntry("graduation_year", year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graduate-00100", "graduate-00200", "graduate-9999900", "family-00001"})
  void everyHundredthGraduateAndNobodyElseLacksAVerifiedGraduation(String name) {
    assertThat(claims(name)).doesNotContainKey("graduation_year");
  }

  @Test
  void theYearOfGraduationMovesWithTheCitysYear() {
    var newYear = LocalDate.of(2027, 1, 1);
    assertThat(SamplePerson.named("graduate-00002", newYear).orElseThrow().claims())
        .containsEntry("graduation_year", 2027);
  }

  @Test
  void aPersonHasANameAndABirthDateAndAFirmNone() {
    var birthdate = LocalDate.parse((String) claims("graduate-00007").get("birthdate"));
    assertThat(birthdate.until(TODAY).getYears()).isBetween(20, 27);
    assertThat((String) claims("family-00007").get("name")).matches("\\p{IsHan}{3}");
    assertThat(claims("firm-00007")).containsKey("name").doesNotContainKey("birthdate");
  }

  @Test
  void twoNeighboursHaveDifferentNames() {
    assertThat(claims("graduate-00001").get("name"))
        .isNotEqualTo(claims("graduate-00002").get("name"));
  }

  private static Map<String, Object> claims(String name) {
    return SamplePerson.named(name, TODAY).orElseThrow().claims();
  }
}
