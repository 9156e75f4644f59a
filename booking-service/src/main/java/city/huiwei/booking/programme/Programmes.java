package city.huiwei.booking.programme;

import java.util.List;
import java.util.Optional;

/** The programmes of this city with the rules in force. */
public record Programmes(GraduateHousing graduateHousing, List<Programme> all) {

  public Programmes(GraduateHousingRules graduateHousing) {
    this(new GraduateHousing(graduateHousing));
  }

  private Programmes(GraduateHousing graduateHousing) {
    this(
        graduateHousing,
        List.of(graduateHousing, new ElderCare(), new Childcare(), new IndustrialSpace()));
  }

  public Optional<Programme> named(String code) {
    return all.stream().filter(programme -> programme.code().equals(code)).findAny();
  }
}
