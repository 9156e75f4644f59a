package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.seating.Arrangement;
import org.jspecify.annotations.Nullable;

/** What a lane is asked, one batch at a time. */
sealed interface LaneQuestion {

  String pool();

  /** A unit of the pool, for some nights. */
  record Take(HoldAsk ask) implements LaneQuestion {

    @Override
    public String pool() {
      return ask.pool();
    }
  }

  /**
   * Something that an operator's staff arrange by hand.
   *
   * @param blockReason why a unit is out of use; absent where none is blocked
   */
  record Arrange(String pool, Arrangement wanted, @Nullable String blockReason, String actor)
      implements LaneQuestion {}

  /** Something else of a hold that is there. */
  record Change(HoldChange change) implements LaneQuestion {

    @Override
    public String pool() {
      return change.pool();
    }
  }
}
