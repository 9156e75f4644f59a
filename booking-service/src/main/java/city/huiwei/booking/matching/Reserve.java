package city.huiwei.booking.matching;

/**
 * A minimum guarantee: at least so many of a place's seats go to the category while enough of it
 * ask; who would get in anyway counts.
 */
public record Reserve(String category, int places) {}
