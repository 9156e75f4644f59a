package city.huiwei.inventory.hold;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the planner of one lane remembers from one batch to the next. Only the batch in flight uses
 * it. The pools are in a cache that all lanes share and that forgets those nobody asks for.
 */
final class LaneMemory {

  private final Cache<String, Timeline> pools;
  private @Nullable LaneMoment moment;
  private boolean isShared;
  private @Nullable List<LaneQuestion> next;
  private @Nullable Plan planned;

  LaneMemory(Cache<String, Timeline> pools) {
    this.pools = pools;
  }

  /** The moment up to which everything is known; absent when nothing is. */
  @Nullable LaneMoment moment() {
    return moment;
  }

  /** Whether another planner wrote lately, so that it is worth looking before planning. */
  boolean isShared() {
    return isShared;
  }

  /** Everything that happened up to that moment has been noted. */
  void isAt(LaneMoment now, boolean others) {
    moment = now;
    isShared = others;
  }

  /** The next version is our own. */
  void wrote(long version) {
    var before = moment;
    if (before != null && version == before.version() + 1) {
      moment = new LaneMoment(version, before.stock(), before.today());
    }
  }

  /** Of these pools, those that are remembered and still good. */
  Map<String, Timeline> known(Collection<String> codes) {
    var known = new HashMap<String, Timeline>();
    for (var code : codes) {
      var timeline = pools.getIfPresent(code);
      if (timeline != null && moment != null && timeline.isOf(moment)) {
        known.put(code, timeline);
      }
    }
    return known;
  }

  /** Remembers pools, and what they weigh now. */
  void remember(Map<String, Timeline> timelines) {
    pools.putAll(timelines);
  }

  void forget(Collection<String> codes) {
    pools.invalidateAll(codes);
  }

  /** The plan of that batch stands on one that is not written yet. */
  void plan(List<LaneQuestion> batch, Plan plan) {
    next = batch;
    planned = plan;
  }

  boolean isPlanned(List<LaneQuestion> batch) {
    return next == batch;
  }

  /** The plan of this very batch, once; a plan of any other is dropped. */
  @Nullable Plan planned(List<LaneQuestion> batch) {
    var plan = planned;
    if (isPlanned(batch)) {
      next = null;
      planned = null;
      return plan;
    }
    dropPlanned();
    return null;
  }

  /** What the plan stands on is not so. */
  void dropPlanned() {
    if (planned != null) {
      planned.takeBack();
      forget(planned.pools().keySet());
    }
    next = null;
    planned = null;
  }

  /** Notes what others, or we, did to holds; a pool that does not fit with it is read anew. */
  void note(Collection<HoldChange.Made> changes) {
    var byPool = new HashMap<String, ArrayList<HoldChange.Made>>();
    for (var change : changes) {
      byPool.computeIfAbsent(change.pool(), _ -> new ArrayList<>()).add(change);
    }
    byPool.forEach(this::note);
  }

  private void note(String pool, List<HoldChange.Made> changes) {
    var timeline = pools.getIfPresent(pool);
    if (timeline == null) {
      return;
    }
    try {
      timeline.note(changes);
      pools.put(pool, timeline);
    } catch (IllegalArgumentException doesNotFit) {
      pools.invalidate(pool);
    }
  }
}
