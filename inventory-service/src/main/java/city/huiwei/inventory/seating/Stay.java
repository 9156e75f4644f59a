package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.util.UUID;

/**
 * Somebody has a unit for a period.
 *
 * @param pinned nothing may move it, begun or not: an operator's block, a guest who has checked in
 */
public record Stay(UUID id, Period period, String unit, boolean pinned) {}
