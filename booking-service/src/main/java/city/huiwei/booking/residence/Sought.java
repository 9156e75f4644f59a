package city.huiwei.booking.residence;

import city.huiwei.booking.contract.ResidenceDesk.Which;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which residences staff look for.
 *
 * @param needsAnother only those whose place does not suit any more
 * @param lookDue only those to be looked at by then
 */
record Sought(Set<ResidenceState> states, boolean needsAnother, @Nullable LocalDate lookDue) {

  private static final Set<ResidenceState> THERE =
      Set.of(ResidenceState.LIVING, ResidenceState.ON_LEAVE);

  static Sought of(Which which, LocalDate today) {
    return switch (which) {
      case TO_ADMIT ->
          all(Set.of(ResidenceState.AGREED, ResidenceState.PUBLISHED, ResidenceState.SIGNED));
      case LIVING -> all(Set.of(ResidenceState.LIVING));
      case ON_LEAVE -> all(Set.of(ResidenceState.ON_LEAVE));
      case NEEDS_ANOTHER -> new Sought(THERE, true, null);
      case LOOK_DUE -> new Sought(THERE, false, today.plusMonths(1));
      case LEFT -> all(Set.of(ResidenceState.LEFT));
    };
  }

  private static Sought all(Set<ResidenceState> states) {
    return new Sought(states, false, null);
  }
}
