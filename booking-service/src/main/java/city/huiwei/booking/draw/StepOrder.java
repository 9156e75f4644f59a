package city.huiwei.booking.draw;

import city.huiwei.edge.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which step of a draw may be taken now: each once, in its order, at its time. */
final class StepOrder {

  private static final DateTimeFormatter CLOCK_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private StepOrder() {}

  /** Everything against a step; nothing when it may be taken. */
  static List<Reason> against(DrawStep step, DrawRecord draw) {
    return Stream.of(outOfOrder(step, draw), outOfTime(step, draw))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The next step that may be taken now or later; nothing when a draw has come to its end. */
  static Optional<DrawStep> next(DrawState state) {
    return state == DrawState.ABORTED || state == DrawState.PUBLISHED
        ? Optional.empty()
        : Stream.of(DrawStep.values()).filter(step -> step.before() == state).findFirst();
  }

  private static Optional<Reason> outOfOrder(DrawStep step, DrawRecord draw) {
    var fits =
        step == DrawStep.ABORT
            ? next(draw.state()).isPresent()
            : next(draw.state()).filter(step::equals).isPresent();
    return fits ? Optional.empty() : Optional.of(Reason.of("DRAW_OUT_OF_ORDER"));
  }

  private static Optional<Reason> outOfTime(DrawStep step, DrawRecord draw) {
    var said = draw.announcement();
    return switch (step) {
      case FREEZE -> reason(draw.readAt().isBefore(said.closes()), "DRAW_LIST_OPEN", said.closes());
      case REVEAL ->
          reason(!draw.readAt().isBefore(said.drawsAt()), "DRAW_REVEAL_TOO_LATE", said.drawsAt());
      case LIGHT ->
          reason(draw.readAt().isBefore(said.drawsAt()), "DRAW_BEACON_TOO_EARLY", said.drawsAt());
      case ANNOUNCE, WITNESS, DRAW, PUBLISH, ABORT -> Optional.empty();
    };
  }

  private static Optional<Reason> reason(boolean against, String code, Instant time) {
    return against
        ? Optional.of(new Reason(code, null, Map.of("time", CLOCK_TIME.format(time))))
        : Optional.empty();
  }
}
