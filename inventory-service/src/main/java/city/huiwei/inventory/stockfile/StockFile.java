package city.huiwei.inventory.stockfile;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six files that stock comes in. */
public enum StockFile {
  OPERATORS("operators", "operator", null),
  SITES("sites", "site", null),
  GRADUATE_ROOMS("graduate-rooms", "unit", "graduate-housing"),
  ELDER_BEDS("elder-beds", "unit", "elder-care"),
  CHILDCARE_CLASSES("childcare-classes", "class", "childcare"),
  INDUSTRIAL_UNITS("industrial-units", "unit", "industrial-space");

  private final String slug;
  private final String code;
  private final @Nullable String programme;

  StockFile(String slug, String code, @Nullable String programme) {
    this.slug = slug;
    this.code = code;
    this.programme = programme;
  }

  /** Its name in addresses and reports. */
  public String slug() {
    return slug;
  }

  /** The column of the code that a row is known by. */
  public String codeColumn() {
    return code;
  }

  /** The programme of the sites whose units it lists; none for operators and sites. */
  public Optional<String> programme() {
    return Optional.ofNullable(programme);
  }

  public static Optional<StockFile> of(String slug) {
    return Arrays.stream(values()).filter(file -> file.slug.equals(slug)).findFirst();
  }
}
