package city.huiwei.inventory.contract;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pool as a search shows it.
 *
 * @param kind {@code room}, {@code bed}, {@code childcare-place} or {@code industrial-unit}
 * @param free units free on every night of [from, to)
 * @param units all units of the pool
 * @param features what the kind needs. room: {@code roomType}; bed: {@code sex, careFrom, careTo,
 *     dementiaCare, oxygen}, and where it is a room of several beds for anyone {@code room,
 *     bedsInRoom}; childcare-place: {@code classType, fromMonth, toMonth, hours, monthlyFeeYuan};
 *     industrial-unit: {@code areaSquareMetres, floorLoadKnPerSquareMetre, clearHeightMetres,
 *     powerKva, freightLift, industries, suitsStartUps, monthlyRentYuanPerSquareMetre}
 */
public record Place(
    String pool,
    String site,
    Name siteName,
    String operator,
    String programme,
    String kind,
    String district,
    String address,
    @Nullable String telephone,
    int free,
    int units,
    LocalDate from,
    LocalDate to,
    Map<String, Object> features) {}
