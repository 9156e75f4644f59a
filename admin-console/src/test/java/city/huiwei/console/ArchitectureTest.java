package city.huiwei.console;

import city.huiwei.ops.house.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules, applied to this service. */
class ArchitectureTest {

  private static final String SERVICE = "city.huiwei.console";

  @TestFactory
  Stream<DynamicTest> house() {
    var classes = HouseRules.classesOf(SERVICE);
    return HouseRules.of(SERVICE).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
