package city.huiwei.booking.batch;

/** So many units of a batch that are set aside for a group. */
public record Reserve(Category category, int units) {}
