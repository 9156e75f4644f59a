package city.huiwei.booking.guest;

import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.booking.contract.GuestDesk.State;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking, an offer or a residence: who has the holds that begin with this one.
 *
 * @param units that are held together
 */
record Stay(
    UUID first,
    int units,
    String reference,
    State state,
    @Nullable UUID application,
    @Nullable UUID residence) {

  Guest guest(UUID hold, Map<UUID, String> names) {
    var name = application == null ? null : names.get(application);
    return new Guest(hold, reference, name, state, application, residence);
  }
}
