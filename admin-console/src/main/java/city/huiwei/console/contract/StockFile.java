package city.huiwei.console.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** The six files that stock comes in: operators before their sites, sites before their units. */
public enum StockFile {
  OPERATORS,
  SITES,
  GRADUATE_ROOMS,
  ELDER_BEDS,
  CHILDCARE_CLASSES,
  INDUSTRIAL_UNITS;

  /** As inventory, addresses and message keys write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static StockFile of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
