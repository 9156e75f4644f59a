package city.huiwei.booking.matching;

import java.util.List;

/** All that a matching knows. The order of both lists changes nothing. */
public record Market(List<Place> places, List<Family> families) {}
