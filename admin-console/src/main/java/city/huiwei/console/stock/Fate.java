package city.huiwei.console.stock;

import city.huiwei.look.Mistake;
import java.util.List;

/** What became of a file between the console and inventory. */
sealed interface Fate {

  /** It is on its way. */
  record UnderWay(Errand errand) implements Fate {}

  /**
   * It never became an import.
   *
   * @param reasons inventory's; none when inventory could not be reached or broke
   */
  record Undelivered(List<Mistake> reasons) implements Fate {}
}
