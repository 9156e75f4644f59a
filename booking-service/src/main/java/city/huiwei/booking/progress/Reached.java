package city.huiwei.booking.progress;

import city.huiwei.booking.application.ApplicationState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moments of an application's way, as far as they are known.
 *
 * @param first when it first came to a state
 * @param last when it last came to it
 * @param checkBy until when its papers are checked
 * @param answerBy until when the offer is to be answered; absent where none is open
 * @param objectBy until when the last decision can be objected to; absent where that is over
 * @param movedIn whether they live there already
 */
record Reached(
    Map<ApplicationState, Instant> first,
    Map<ApplicationState, Instant> last,
    @Nullable Instant checkBy,
    @Nullable Instant answerBy,
    @Nullable Instant objectBy,
    boolean movedIn) {

  @Nullable Instant first(ApplicationState state) {
    return first.get(state);
  }

  @Nullable Instant last(ApplicationState state) {
    return last.get(state);
  }
}
