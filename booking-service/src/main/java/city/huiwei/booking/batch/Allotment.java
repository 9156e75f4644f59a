package city.huiwei.booking.batch;

/**
 * So many units of a part that are for an enterprise's people, in the order of its own list.
 *
 * @param code names it within its batch
 * @param name of the enterprise
 */
public record Allotment(String code, String name, String pool, int units) {}
