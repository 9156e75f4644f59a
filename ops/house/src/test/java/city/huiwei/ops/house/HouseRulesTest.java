package city.huiwei.ops.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never bites is no rule: each finds the offender planted for it. */
class HouseRulesTest {

  private static final String OFFENCES = "city.huiwei.ops.house.offence";

  @ParameterizedTest(name = "{0} finds {1}")
  @MethodSource("offenders")
  void everyRuleBites(ArchRule rule, String offender) {
    var classes = new ClassFileImporter().importPackages(OFFENCES);
    var report = rule.evaluate(classes).getFailureReport();
    assertThat(report.getDetails()).anySatisfy(line -> assertThat(line).contains(offender));
  }

  @Test
  void everyRuleHasItsOffender() {
    assertThat(offenders().map(each -> String.valueOf(each.get()[0])).toList())
        .containsExactlyElementsOf(
            HouseRules.of(OFFENCES).stream().map(ArchRule::getDescription).toList());
  }

  private static Stream<Arguments> offenders() {
    var offenders =
        Stream.of(
                "SingularStatement",
                "LooseLock",
                "SideEntrance",
                "SpoiltNoun",
                "Waiting",
                "RoomManager",
                "there.Back")
            .iterator();
    return HouseRules.of(OFFENCES).stream().map(rule -> Arguments.of(rule, offenders.next()));
  }
}
