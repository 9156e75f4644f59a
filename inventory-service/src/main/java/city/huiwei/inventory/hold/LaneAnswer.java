package city.huiwei.inventory.hold;

import city.huiwei.inventory.seating.ArrangementAnswer.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question.
 *
 * @param hold as it is now; absent where nothing came of it, and where several changed
 * @param against why nothing could be arranged so; none where it is so now
 */
record LaneAnswer(@Nullable Hold hold, List<Reason> against) {

  static final LaneAnswer NOTHING = new LaneAnswer(null, List.of());

  static LaneAnswer of(@Nullable Hold hold) {
    return hold == null ? NOTHING : new LaneAnswer(hold, List.of());
  }

  static LaneAnswer refused(List<Reason> against) {
    return new LaneAnswer(null, against);
  }

  Optional<Hold> found() {
    return Optional.ofNullable(hold);
  }
}
