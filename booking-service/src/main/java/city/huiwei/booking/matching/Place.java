package city.huiwei.booking.matching;

import java.util.List;

/**
 * What children can have one of: a class of a centre.
 *
 * @param capacity children it can take in all, those who sit there now included
 * @param reserves one a category, together at most the capacity; the first is served first
 */
public record Place(String id, int capacity, List<Reserve> reserves) {}
