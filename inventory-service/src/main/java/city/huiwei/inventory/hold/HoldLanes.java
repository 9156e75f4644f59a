package city.huiwei.inventory.hold;

import city.huiwei.edge.Batches;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Pools hash to lanes; in a lane one batch is in flight at a time, first come, first seated. */
final class HoldLanes {

  private final List<Batches<LaneQuestion, Optional<Hold>>> lanes;

  /**
   * @param work of the lane of that number
   */
  HoldLanes(HoldSettings settings, IntFunction<Batches.Work<LaneQuestion, Optional<Hold>>> work) {
    this.lanes =
        IntStream.range(0, settings.lanes())
            .mapToObj(lane ->
                new Batches<LaneQuestion, Optional<Hold>>(
                    settings.batch(), settings.queue(), work.apply(lane)))
            .toList();
  }

  /** The hold as it is now; empty when nothing came of the question. */
  Mono<Optional<Hold>> ask(LaneQuestion question) {
    return lanes.get(Math.floorMod(question.pool().hashCode(), lanes.size())).ask(question);
  }
}
