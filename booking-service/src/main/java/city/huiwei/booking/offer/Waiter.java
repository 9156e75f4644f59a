package city.huiwei.booking.offer;

import city.huiwei.booking.form.Answers;
import java.util.Set;
import java.util.UUID;

/**
 * One who waits, as offers are made: nothing of it names a person.
 *
 * @param refused pools that were refused before
 */
record Waiter(
    UUID application,
    byte[] party,
    int category,
    String ranking,
    Answers need,
    Set<String> refused) {}
