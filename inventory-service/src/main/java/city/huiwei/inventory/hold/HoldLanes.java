package city.huiwei.inventory.hold;

import city.huiwei.edge.Batches;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Pools hash to lanes; in a lane one batch is in flight at a time, first come, first seated. */
final class HoldLanes<A> {

  private final List<Batches<Plan.Ask, A>> lanes;

  /**
   * @param work decides a batch of the lane of that number, one answer a request
   */
  HoldLanes(HoldSettings settings, BiFunction<Integer, List<Plan.Ask>, Mono<List<A>>> work) {
    this.lanes =
        IntStream.range(0, settings.lanes())
            .mapToObj(lane ->
                new Batches<Plan.Ask, A>(
                    settings.batch(), settings.queue(), asks -> work.apply(lane, asks)))
            .toList();
  }

  Mono<A> ask(Plan.Ask ask) {
    return lanes.get(lane(ask.request().pool())).ask(ask);
  }

  private int lane(String pool) {
    return Math.floorMod(pool.hashCode(), lanes.size());
  }
}
