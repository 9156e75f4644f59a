package city.huiwei.inventory.hold;

import city.huiwei.edge.Batches;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pools hash to lanes; in a lane one batch is in flight at a time, first come, first seated. */
@Component
final class HoldLanes {

  private final List<Batches<LaneQuestion, LaneAnswer>> lanes;

  HoldLanes(HoldSettings settings, Planning planning) {
    this.lanes =
        IntStream.range(0, settings.lanes())
            .mapToObj(lane ->
                new Batches<LaneQuestion, LaneAnswer>(
                    settings.batch(), settings.queue(), planning.lane(lane)))
            .toList();
  }

  /** What came of the question. */
  Mono<LaneAnswer> ask(LaneQuestion question) {
    return lanes.get(Math.floorMod(question.pool().hashCode(), lanes.size())).ask(question);
  }
}
