package city.huiwei.inventory.occupancy;

import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The units of a site, or of one of its pools, with their stays. */
final class UnitNights {

  /** What is known of the site. */
  record Head(String site, Name name, String programme, LocalDate today, Instant asOf) {}

  /** A unit of the site. */
  record Unit(String unit, String pool, @Nullable String building, @Nullable String floor) {}

  /** Somebody has a unit. */
  record Taken(String unit, ChartSheet.Stay stay) {}

  private final LocalDate from;
  private final int nights;
  private final List<String> pools;
  private final List<Unit> units;
  private final Map<String, List<ChartSheet.Stay>> stays;

  /**
   * @param pool only this one; all of them when absent
   */
  UnitNights(LocalDate from, int nights, List<Unit> all, List<Taken> taken, @Nullable String pool) {
    this.from = from;
    this.nights = nights;
    this.pools = all.stream().map(Unit::pool).distinct().sorted().toList();
    this.units =
        all.stream()
            .filter(unit -> pool == null || pool.equals(unit.pool()))
            .sorted(Comparator.comparing(Unit::unit))
            .toList();
    this.stays =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    Taken::unit,
                    HashMap::new,
                    Collectors.mapping(Taken::stay, Collectors.toCollection(ArrayList::new))));
    this.stays.values().forEach(each -> each.sort(Comparator.comparing(ChartSheet.Stay::from)));
  }

  /** The units after one, and no more than so many. */
  ChartSheet page(Head head, @Nullable String after, int most) {
    var left =
        units.stream().filter(unit -> after == null || unit.unit().compareTo(after) > 0).toList();
    var page = left.stream().limit(most).map(this::row).toList();
    return new ChartSheet(
        head.site(),
        head.name(),
        head.programme(),
        head.today(),
        from,
        nights,
        head.asOf(),
        pools,
        units.size(),
        free(),
        page,
        left.size() > most ? page.getLast().unit() : null);
  }

  private ChartSheet.Row row(Unit unit) {
    return new ChartSheet.Row(
        unit.unit(),
        unit.pool(),
        unit.building(),
        unit.floor(),
        stays.getOrDefault(unit.unit(), List.of()));
  }

  private List<Integer> free() {
    var free = new int[nights];
    Arrays.fill(free, units.size());
    units.stream()
        .flatMap(this::staysOf)
        .forEach(stay -> {
          for (int night = first(stay); night < end(stay); night++) {
            free[night]--;
          }
        });
    return Arrays.stream(free).boxed().toList();
  }

  private Stream<ChartSheet.Stay> staysOf(Unit unit) {
    return stays.getOrDefault(unit.unit(), List.of()).stream();
  }

  private int first(ChartSheet.Stay stay) {
    return (int) Math.clamp(stay.from().toEpochDay() - from.toEpochDay(), 0, nights);
  }

  private int end(ChartSheet.Stay stay) {
    var to = stay.to();
    return to == null ? nights : (int) Math.clamp(to.toEpochDay() - from.toEpochDay(), 0, nights);
  }
}
