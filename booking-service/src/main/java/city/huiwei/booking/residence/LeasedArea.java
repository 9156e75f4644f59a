package city.huiwei.booking.residence;

import java.math.BigDecimal;

/** Square metres, and whether a start-up leases them. */
public record LeasedArea(BigDecimal squareMetres, boolean isStartUp) {}
