package city.huiwei.booking.offer;

import city.huiwei.booking.allocation.LetArea;
import city.huiwei.booking.allocation.StartUpReserve;
import city.huiwei.inventory.contract.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is free, and what is known of it, when a round begins.
 *
 * @param listed when it was looked at, by the database's clock
 * @param sexes by room, of those who live in it or are offered a bed there
 * @param area what is let already; absent where no area is counted
 */
record Free(
    Instant listed,
    List<Place> places,
    Map<String, String> sexes,
    StartUpReserve reserve,
    @Nullable LetArea area) {}
