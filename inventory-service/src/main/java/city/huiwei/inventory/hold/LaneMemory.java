package city.huiwei.inventory.hold;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the planner of one lane remembers from one batch to the next. Only the batch in flight uses
 * it, but while that is being written the next may be planned, by another thread. The pools are in
 * a cache that all lanes share and that forgets those nobody asks for.
 */
final class LaneMemory {

  private final Cache<String, Timeline> pools;
  private @Nullable LaneMoment moment;
  private boolean isShared;
  private @Nullable List<LaneQuestion> writing;
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

  /** So much is about to be remembered: forgets what was not asked for lately instead. */
  void makeRoom(int size) {
    pools
        .policy()
        .eviction()
        .ifPresent(bound -> {
          var excess = bound.weightedSize().orElse(0) + size - bound.getMaximum();
          if (excess > 0) {
            pools.invalidateAll(bound.coldestWeighted(excess + bound.getMaximum() / 8).keySet());
          }
        });
  }

  void forget(Collection<String> codes) {
    pools.invalidateAll(codes);
  }

  /** The plan of this batch is being written, and until it is the next may be planned. */
  synchronized void writes(List<LaneQuestion> batch) {
    writing = batch;
  }

  /**
   * Plans the batch that follows the one that is being written, if all its pools are known.
   *
   * @param plan the plan on these pools and of that day, absent when there cannot be one
   */
  synchronized void planNext(
      List<LaneQuestion> batch,
      Collection<String> codes,
      BiFunction<Map<String, Timeline>, LocalDate, @Nullable Plan> plan) {
    var known = known(codes);
    if (writing != null
        && writing != batch
        && planned == null
        && !isShared
        && moment != null
        && known.size() == codes.size()) {
      next = batch;
      planned = plan.apply(known, moment.today());
    }
  }

  /** The plan of this very batch, once; a plan of any other is dropped. */
  synchronized @Nullable Plan planned(List<LaneQuestion> batch) {
    if (next != batch) {
      dropNext();
    }
    var plan = planned;
    next = null;
    planned = null;
    return plan;
  }

  /** The plan is written, as this version; what stands on it stays planned. */
  synchronized void wrote(Plan plan, long version) {
    writing = null;
    plan.keep();
    remember(plan.pools());
    wrote(version);
  }

  /** The plan is not written, and nothing stands on it. */
  synchronized void wroteNot(Plan plan) {
    writing = null;
    dropNext();
    plan.takeBack();
  }

  private void dropNext() {
    if (planned != null) {
      planned.takeBack();
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
