package city.huiwei.inventory.stock;

import city.huiwei.inventory.contract.Period;
import org.jspecify.annotations.Nullable;

/**
 * Of one unit of a pool other nights are taken than before.
 *
 * @param was the nights that were taken, absent when there were none
 * @param now the nights that are taken, absent when there are none
 */
public record NightsChange(String pool, @Nullable Period was, @Nullable Period now) {}
