package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldAsk;

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

  /** Something else of a hold that is there. */
  record Change(HoldChange change) implements LaneQuestion {

    @Override
    public String pool() {
      return change.pool();
    }
  }
}
