package city.huiwei.inventory.hold;

import city.huiwei.edge.Batches;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Pools hash to lanes; in a lane one batch is in flight at a time, first come, first seated. */
final class HoldLanes {

  private final List<Batches<LaneQuestion, Optional<Hold>>> lanes;

  /**
   * @param work answers a batch of the lane of that number, one answer a question
   */
  HoldLanes(
      HoldSettings settings,
      BiFunction<Integer, List<LaneQuestion>, Mono<List<Optional<Hold>>>> work) {
    this.lanes =
        IntStream.range(0, settings.lanes())
            .mapToObj(lane ->
                new Batches<LaneQuestion, Optional<Hold>>(
                    settings.batch(), settings.queue(), asks -> work.apply(lane, asks)))
            .toList();
  }

  /** The hold as it is now; empty when nothing came of the question. */
  Mono<Optional<Hold>> ask(LaneQuestion question) {
    return lanes.get(Math.floorMod(question.pool().hashCode(), lanes.size())).ask(question);
  }
}
