package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * All pools with the number of units taken on each night, from a day on for {@link #NIGHTS}: a
 * search looks here. Many read while one writes; a reader may see half of what changed in the same
 * moment, never more free than before and after.
 *
 * <p>A number is 4 bytes, so a pool somebody has a unit of costs 1.6 KB, whatever its size.
 */
final class VacancyBoard {

  /** A year's search may begin on any day of the longest window before the board is made anew. */
  static final int NIGHTS = 400;

  /** A pool with all its units free on the first night: what does not change with the nights. */
  private record Pool(Place place, Taken taken) {}

  /** The units taken, night by night; most pools of a large city have none for long. */
  private static final class Taken {

    private volatile @Nullable AtomicIntegerArray nights;

    void add(int from, int to, int change) {
      var counted = nights;
      if (counted == null) {
        counted = new AtomicIntegerArray(NIGHTS);
        nights = counted;
      }
      for (int night = from; night < to; night++) {
        counted.getAndAdd(night, change);
      }
    }

    /** All that is taken on so many nights. */
    long together(int to) {
      var counted = nights;
      long together = 0;
      for (int night = 0; counted != null && night < to; night++) {
        together += counted.get(night);
      }
      return together;
    }

    int most(int from, int to) {
      var counted = nights;
      int most = 0;
      for (int night = from; counted != null && night < to; night++) {
        most = Math.max(most, counted.get(night));
      }
      return most;
    }
  }

  private final long stock;
  private final LocalDate first;
  private final Map<String, Pool> pools = new HashMap<>();
  private final Map<String, NavigableMap<String, Pool>> programmes = new HashMap<>();
  private final Map<Integer, Long> versions = new HashMap<>();

  /**
   * @param stock the stock's version
   * @param first the first night that is counted
   * @param places every pool with what is offered of it, all or nothing; the dates do not matter
   */
  VacancyBoard(long stock, LocalDate first, List<Place> places) {
    this.stock = stock;
    this.first = first;
    for (var place : places) {
      var pool = new Pool(place, new Taken());
      pools.put(place.pool(), pool);
      programmes.computeIfAbsent(place.programme(), _ -> new TreeMap<>()).put(place.pool(), pool);
    }
  }

  /** Whether it is a board of that stock and that day. */
  boolean isOf(long otherStock, LocalDate day) {
    return stock == otherStock && first.equals(day);
  }

  /** Whether it has a count for every night of the period. */
  boolean covers(Period period) {
    var to = period.to();
    return !period.from().isBefore(first) && to != null && !to.isAfter(first.plusDays(NIGHTS));
  }

  /** The version up to which the changes of a lane are counted. */
  synchronized long version(int lane) {
    return versions.getOrDefault(lane, 0L);
  }

  /** Counts units that are taken for the same period, as they were at a lane's versions. */
  void count(String pool, Period period, int units) {
    add(pool, period, units);
  }

  synchronized void isAt(Map<Integer, Long> laneVersions) {
    versions.putAll(laneVersions);
  }

  /** Counts what one version of a lane changed, unless it is counted or one before it is not. */
  synchronized void changed(int lane, long version, List<NightsChange> changes) {
    if (version == versions.getOrDefault(lane, 0L) + 1) {
      apply(changes);
      versions.put(lane, version);
    }
  }

  /** Counts what all versions of a lane after one and up to another changed. */
  synchronized void changed(int lane, long after, long upTo, List<NightsChange> changes) {
    if (after == versions.getOrDefault(lane, 0L)) {
      apply(changes);
      versions.put(lane, upTo);
    }
  }

  boolean begins(LocalDate day) {
    return first.equals(day);
  }

  /** Unit-nights that are taken, by pool and by so many nights from the first on. */
  Map<String, long[]> taken(String programme, List<Integer> nights) {
    var taken = new HashMap<String, long[]>();
    programmes
        .getOrDefault(programme, new TreeMap<>())
        .forEach((code, pool) ->
            taken.put(code, nights.stream().mapToLong(pool.taken::together).toArray()));
    return taken;
  }

  /** A page of pools in the order of their codes, with what is free on every night. */
  List<Place> search(
      String programme,
      @Nullable String district,
      Period period,
      boolean free,
      @Nullable String after,
      int limit) {
    var found = new ArrayList<Place>();
    var all = programmes.getOrDefault(programme, new TreeMap<>());
    for (var pool : (after == null ? all : all.tailMap(after, false)).values()) {
      if (found.size() == limit) {
        break;
      }
      if (district == null || district.equals(pool.place.district())) {
        int units = free(pool, period);
        if (units > 0 || !free) {
          found.add(of(pool, period, units));
        }
      }
    }
    return found;
  }

  Optional<Place> one(String code, Period period) {
    return Optional.ofNullable(pools.get(code)).map(pool -> of(pool, period, free(pool, period)));
  }

  private int free(Pool pool, Period period) {
    // Where nothing was free when there was nobody, nothing is offered.
    return pool.place.free() == 0
        ? 0
        : Math.max(pool.place.units() - pool.taken.most(from(period), to(period)), 0);
  }

  /** First what is taken, then what is given back: nobody sees more free than there is. */
  private void apply(List<NightsChange> changes) {
    for (var change : changes) {
      add(change.pool(), change.now(), 1);
    }
    for (var change : changes) {
      add(change.pool(), change.was(), -1);
    }
  }

  private void add(String code, @Nullable Period period, int change) {
    var pool = pools.get(code);
    if (pool != null && period != null) {
      pool.taken.add(from(period), to(period), change);
    }
  }

  private int from(Period period) {
    return (int) Math.clamp(period.from().toEpochDay() - first.toEpochDay(), 0, NIGHTS);
  }

  private int to(Period period) {
    var to = period.to();
    return to == null ? NIGHTS : (int) Math.clamp(to.toEpochDay() - first.toEpochDay(), 0, NIGHTS);
  }

  private static Place of(Pool pool, Period period, int free) {
    var place = pool.place;
    return new Place(
        place.pool(),
        place.site(),
        place.siteName(),
        place.operator(),
        place.programme(),
        place.kind(),
        place.district(),
        place.address(),
        place.telephone(),
        free,
        place.units(),
        period.from(),
        requireNonNull(period.to()),
        place.features());
  }
}
