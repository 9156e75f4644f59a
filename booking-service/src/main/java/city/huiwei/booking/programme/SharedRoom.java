package city.huiwei.booking.programme;

/**
 * A room of several beds for anyone: strangers in it are of one sex, that of the first.
 *
 * @param beds all there are in it
 */
public record SharedRoom(String code, int beds) {}
