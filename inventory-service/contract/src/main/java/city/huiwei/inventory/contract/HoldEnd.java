package city.huiwei.inventory.contract;

import java.time.LocalDate;

/** The new, earlier end of a hold: the morning from which its unit is free. */
public record HoldEnd(LocalDate to) {}
