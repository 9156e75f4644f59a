package city.huiwei.booking.estimate;

import city.huiwei.booking.form.Answers;

/**
 * Somebody in the list who asks how long they wait.
 *
 * @param seed the same one hears the same
 */
public record Asker(String ranking, int category, int points, Answers need, long seed) {}
