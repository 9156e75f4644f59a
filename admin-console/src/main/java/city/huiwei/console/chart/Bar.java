package city.huiwei.console.chart;

import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.booking.contract.GuestDesk.State;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.ChartSheet.Kind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay on the chart with whose it is.
 *
 * @param guest absent for a block, and where booking-service does not know it
 */
record Bar(String unit, String pool, ChartSheet.Stay stay, @Nullable Guest guest) {

  public UUID hold() {
    return stay.hold();
  }

  public boolean isBlock() {
    return stay.kind() == Kind.BLOCKED;
  }

  /** As message keys write it: who is here is more than firm. */
  public String word() {
    if (isBlock()) {
      return "blocked";
    }
    if (isHere()) {
      return "here";
    }
    return stay.kind() == Kind.TIMED ? "timed" : "firm";
  }

  /** How the bar looks: solid, hatched, grey hatched; marked where it goes on outside. */
  String look(LocalDate from, LocalDate end) {
    var to = stay.to();
    return "bar "
        + word()
        + (stay.pinned() && !isBlock() ? " pinned" : "")
        + (stay.from().isBefore(from) ? " from-before" : "")
        + (to == null || to.isAfter(end) ? " goes-on" : "");
  }

  /** Somebody has the key. */
  public boolean isHere() {
    return guest != null && (guest.state() == State.HERE || guest.state() == State.AWAY);
  }

  /** Whether staff may try to move it; inventory has the last word. */
  boolean isMovable(LocalDate today) {
    return !isBlock() && !stay.pinned() && !isHere() && !stay.from().isBefore(today);
  }

  boolean overlaps(Bar other) {
    return beginsBefore(other.stay().to()) && other.beginsBefore(stay.to());
  }

  private boolean beginsBefore(@Nullable LocalDate end) {
    return end == null || stay.from().isBefore(end);
  }
}
