package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.util.UUID;

/** What an operator's staff want changed on a pool's chart: all of it, or nothing. */
public sealed interface Arrangement {

  /**
   * A stay gets another unit, which is free for all of it.
   *
   * @param seen the unit that it had when somebody looked
   */
  record Transfer(UUID stay, String seen, String unit) implements Arrangement {}

  /** Two stays exchange their units; each unit is the one that was seen. */
  record Exchange(UUID stay, String seen, UUID other, String otherSeen) implements Arrangement {}

  /**
   * A unit is out of use for a period.
   *
   * @param reseating whether stays in the way get other units
   */
  record Block(UUID id, String unit, Period period, boolean reseating) implements Arrangement {}
}
