package city.huiwei.booking.programme;

/**
 * What the rules say of who comes first; then date and ballot decide.
 *
 * @param category the lower comes first
 * @param points the higher comes first
 */
public record Priority(int category, int points) {}
