package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.util.UUID;

/** Somebody wants any unit of the pool for a period. */
public record Request(UUID id, Period period) {}
