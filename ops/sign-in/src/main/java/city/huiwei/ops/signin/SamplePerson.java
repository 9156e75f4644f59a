package city.huiwei.ops.signin;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Someone the provider knows; all that is known of them follows from their name.
 *
 * @param subject the name they sign in with, such as {@code graduate-00001}
 * @param role what they may do, as the services call it
 * @param details further claims, by the claim's name
 */
record SamplePerson(String subject, String role, Map<String, Object> details) {

  /** Five digits with leading zeros, or more without: no person has two names. */
  private static final Pattern NUMBERED =
      Pattern.compile("(graduate|family|firm)-(0(?!0000)\\d{4}|[1-9]\\d{4,6})");

  private static final Pattern STAFF =
      Pattern.compile("(caseworker|manager)-(op-[A-Za-z0-9-]{1,37})");

  private static final Map<String, String> CITY_STAFF =
      Map.of("monitor", "城市监测员", "auditor", "审计员", "administrator", "系统管理员");

  /** The person of this name, on this day in the city; empty when there is none. */
  static Optional<SamplePerson> named(String name, LocalDate today) {
    var numbered = NUMBERED.matcher(name);
    var staff = STAFF.matcher(name);
    if (numbered.matches()) {
      return Optional.of(applicant(numbered, today));
    }
    if (staff.matches()) {
      return Optional.of(staff(staff));
    }
    return Optional.ofNullable(CITY_STAFF.get(name))
        .map(title -> new SamplePerson(name, name, Map.of("name", title)));
  }

  /** The claims of a token about this person, but for those of every token. */
  Map<String, Object> claims() {
    var claims = new LinkedHashMap<>(details);
    claims.put("roles", List.of(role));
    return claims;
  }

  private static SamplePerson applicant(Matcher name, LocalDate today) {
    var number = Integer.parseInt(name.group(2));
    var details =
        switch (name.group(1)) {
          case "graduate" -> graduate(number, today);
          case "family" -> family(number, today);
          default -> firm(number);
        };
    return new SamplePerson(name.group(), "applicant", details);
  }

  /** Every hundredth has no verified graduation; half of the others graduated last year. */
  private static Map<String, Object> graduate(int number, LocalDate today) {
    var graduationYear = today.getYear() - number % 2;
    var details = person(number, graduationYear - 22 - number % 4);
    if (number % 100 != 0) {
      details.put("graduation_year", graduationYear);
    }
    return details;
  }

  private static Map<String, Object> family(int number, LocalDate today) {
    return person(number, today.getYear() - 26 - number % 20);
  }

  private static Map<String, Object> person(int number, int birthYear) {
    var details = new LinkedHashMap<String, Object>();
    details.put("name", InventedName.ofPerson(number));
    details.put("birthdate", LocalDate.ofYearDay(birthYear, 1 + number % 365).toString());
    return details;
  }

  private static Map<String, Object> firm(int number) {
    return Map.of("name", InventedName.ofFirm(number), "uscc", CreditCode.ofSampleFirm(number));
  }

  private static SamplePerson staff(Matcher name) {
    var title = name.group(1).equals("manager") ? "负责人" : "经办员";
    var operator = name.group(2);
    return new SamplePerson(
        name.group(), name.group(1), Map.of("name", operator + " " + title, "operator", operator));
  }
}
