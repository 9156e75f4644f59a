package city.huiwei.booking.programme;

import java.util.List;
import java.util.Optional;

/** The programmes of this city with the rules in force. */
public record Programmes(
    GraduateHousing graduateHousing,
    ElderCare elderCare,
    Childcare childcare,
    IndustrialSpace industrialSpace,
    List<Programme> all) {

  public Programmes(
      GraduateHousingRules graduateHousing,
      ElderCareRules elderCare,
      ChildcareRules childcare,
      IndustrialSpaceRules industrialSpace) {
    this(
        new GraduateHousing(graduateHousing),
        new ElderCare(elderCare),
        new Childcare(childcare),
        new IndustrialSpace(industrialSpace));
  }

  private Programmes(
      GraduateHousing graduateHousing,
      ElderCare elderCare,
      Childcare childcare,
      IndustrialSpace industrialSpace) {
    this(
        graduateHousing,
        elderCare,
        childcare,
        industrialSpace,
        List.of(graduateHousing, elderCare, childcare, industrialSpace));
  }

  public Optional<Programme> named(String code) {
    return all.stream().filter(programme -> programme.code().equals(code)).findAny();
  }

  /** The programme of this code, if its places are applied for. */
  public Optional<ApplicationProgramme> appliedFor(String code) {
    return named(code)
        .filter(ApplicationProgramme.class::isInstance)
        .map(ApplicationProgramme.class::cast);
  }
}
