package city.huiwei.console.application;

import city.huiwei.booking.contract.ApplicationState;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications somebody looks for; it stands in the address, so that it can be sent on.
 *
 * @param programme of any where absent
 * @param days sent so many days ago or earlier
 * @param after from where on
 */
record Sought(
    @Nullable ApplicationState state,
    @Nullable String programme,
    @Nullable Integer days,
    @Nullable UUID after) {

  /** What there is to do comes first. */
  static final List<ApplicationState> STATES =
      List.of(
          ApplicationState.SUBMITTED,
          ApplicationState.VERIFIED,
          ApplicationState.QUEUED,
          ApplicationState.OFFERED,
          ApplicationState.ACCEPTED,
          ApplicationState.BOOKED,
          ApplicationState.DORMANT,
          ApplicationState.INELIGIBLE,
          ApplicationState.WITHDRAWN,
          ApplicationState.ENDED);

  /** Ages that make a difference: a working day, a week, two, a month. */
  static final List<Integer> AGES = List.of(0, 1, 7, 14, 30);

  Sought {
    state = state == null ? ApplicationState.SUBMITTED : state;
    programme = programme == null || programme.isBlank() ? null : programme;
    days = days == null || days < 0 ? 0 : days;
  }

  /** The address of a page of it, from the first one on where none is named. */
  public String page(@Nullable UUID from) {
    var address =
        "/review?state=" + String.valueOf(state).toLowerCase(Locale.ROOT) + "&days=" + days;
    return address
        + (programme == null ? "" : "&programme=" + programme)
        + (from == null ? "" : "&after=" + from);
  }
}
