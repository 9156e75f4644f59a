package city.huiwei.booking;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.ChildcareRules;
import city.huiwei.booking.programme.ElderCare;
import city.huiwei.booking.programme.ElderCareRules;
import city.huiwei.booking.programme.ElderCareRules.Circumstance;
import city.huiwei.booking.programme.ElderCareRules.PriorityClass;
import city.huiwei.booking.programme.GraduateHousingRules;
import city.huiwei.booking.programme.IndustrialSpace;
import city.huiwei.booking.programme.IndustrialSpaceRules;
import city.huiwei.booking.programme.Programmes;
import java.time.LocalDate;
import java.util.List;

/** Rules of programmes that tests reckon with. */
public final class TestRules {

  private static final ChildcareRules CHILDCARE =
      RuleFiles.programme("childcare", ChildcareRules.class);

  private TestRules() {}

  /** The city's programmes, of which only housing is looked at. */
  public static Programmes programmes(GraduateHousingRules housing) {
    return new Programmes(housing, elderCareRules(0), childcareRules(), industrialSpaceRules());
  }

  /** The rules of childcare as they stand in their file. */
  public static ChildcareRules childcareRules() {
    return CHILDCARE;
  }

  /** Space for software firms, four units at most. */
  public static ApplicationProgramme industrialSpace() {
    return new IndustrialSpace(industrialSpaceRules());
  }

  private static IndustrialSpaceRules industrialSpaceRules() {
    return new IndustrialSpaceRules(
        "1",
        LocalDate.of(2026, 1, 1),
        "the city",
        List.of("software"),
        5,
        List.of(new IndustrialSpaceRules.Criterion("project", 100)),
        40,
        5_000,
        4,
        10,
        20,
        35);
  }

  /** Elder care with one circumstance, and so many beds kept back for it. */
  public static ApplicationProgramme elderCare(int keptBackBeds) {
    return new ElderCare(elderCareRules(keptBackBeds));
  }

  private static ElderCareRules elderCareRules(int keptBackBeds) {
    return new ElderCareRules(
        "1",
        LocalDate.of(2026, 1, 1),
        "the city",
        60,
        12,
        1,
        List.of(new PriorityClass(List.of(new Circumstance("destitute", false, null)))),
        List.of(0, 10, 20, 30, 40),
        keptBackBeds,
        10,
        20,
        21);
  }
}
