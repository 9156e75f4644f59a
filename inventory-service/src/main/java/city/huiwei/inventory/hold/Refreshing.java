package city.huiwei.inventory.hold;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings what a lane remembers up to what is written. */
@Component
class Refreshing {

  private final PlannedPools pools;

  Refreshing(PlannedPools pools) {
    this.pools = pools;
  }

  /** The lane's row is there, and its moment is known. */
  Mono<LaneMoment> known(int lane, LaneMemory memory) {
    var moment = memory.moment();
    return moment != null && !memory.isShared() ? Mono.just(moment) : look(lane, memory);
  }

  /** Notes all that happened since the moment that is known. */
  Mono<LaneMoment> look(int lane, LaneMemory memory) {
    var before = memory.moment();
    return pools
        .moment(lane)
        .flatMap(now -> {
          if (before == null || !now.continues(before) || now.version() == before.version()) {
            memory.isAt(now, false);
            return Mono.just(now);
          }
          return pools
              .since(lane, before.version(), now.version())
              .map(changes -> {
                memory.note(changes);
                memory.isAt(now, true);
                return now;
              });
        });
  }

  /** The pools of these codes that there are, remembered or read. */
  Mono<Map<String, Timeline>> timelines(
      LaneMemory memory, LaneMoment moment, Collection<String> codes) {
    var known = memory.known(codes);
    if (known.size() == codes.size()) {
      return Mono.just(known);
    }
    var missing = codes.stream().filter(code -> !known.containsKey(code)).toList();
    return pools
        .named(missing, moment, memory::makeRoom)
        .map(read -> {
          memory.remember(read);
          var all = new HashMap<>(known);
          all.putAll(read);
          return all;
        });
  }

  /** Timed holds of these pools whose time is over. */
  Flux<HoldChange> lapsed(Collection<String> codes) {
    return pools.lapsed(codes);
  }
}
