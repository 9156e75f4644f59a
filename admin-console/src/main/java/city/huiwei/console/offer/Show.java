package city.huiwei.console.offer;

import city.huiwei.booking.contract.OfferDesk.State;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which offers staff look at. */
enum Show {
  LIVE(null),
  /** With little time left, or kept from going on. */
  STALLED(null),
  BOOKED(State.BOOKED),
  REFUSED(State.REFUSED),
  LAPSED(State.LAPSED),
  FAILED(State.FAILED);

  private final @Nullable State state;

  Show(@Nullable State state) {
    this.state = state;
  }

  @Nullable State state() {
    return state;
  }

  boolean isStalled() {
    return this == STALLED;
  }

  /** As addresses and message keys write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
