package city.huiwei.booking.childcare;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.programme.AgeClass;
import java.util.List;

/** Classes of small sites, by the rules as they stand in their file. */
final class Classes {

  private Classes() {}

  static AgeClass ages(String type) {
    return TestRules.childcareRules().ageClasses().stream()
        .filter(each -> each.type().equals(type))
        .findAny()
        .orElseThrow();
  }

  static ChildcareClass of(String pool, String type, int units) {
    return new ChildcareClass(
        pool, pool.substring(0, pool.indexOf('.')), "op-tot", "futian", ages(type), units);
  }

  static List<ChildcareClass> site(String site, String... types) {
    return java.util.stream.Stream.of(types).map(type -> of(site + "." + type, type, 10)).toList();
  }
}
