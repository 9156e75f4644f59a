package city.huiwei.console.draw;

import city.huiwei.booking.contract.DrawDesk.Done;
import city.huiwei.booking.contract.DrawDesk.DrawFile;
import city.huiwei.booking.contract.DrawDesk.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step in the line of steps.
 *
 * @param done when and how it was taken; absent while it is not
 * @param opens from when it may be taken; absent where its order alone decides
 */
record Stage(Step step, @Nullable Done done, boolean isNext, @Nullable Instant opens) {

  static List<Stage> of(DrawFile file) {
    return Arrays.stream(Step.values())
        .filter(step -> step != Step.ABORT)
        .map(step ->
            new Stage(
                step,
                file.done().stream().filter(done -> done.step() == step).findFirst().orElse(null),
                step == file.next(),
                opens(step, file)))
        .toList();
  }

  private static @Nullable Instant opens(Step step, DrawFile file) {
    return switch (step) {
      case FREEZE -> file.line().closes();
      case LIGHT -> file.line().drawsAt();
      case ANNOUNCE, WITNESS, REVEAL, DRAW, PUBLISH, ABORT -> null;
    };
  }

  /** Whether its time has not come. */
  public boolean waits(Instant now) {
    return opens != null && now.isBefore(opens);
  }

  /** As addresses and message keys write it. */
  public String word() {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
