package city.huiwei.booking.notice;

import java.time.Instant;

/**
 * What is sent: there is something, sign in to read it.
 *
 * @param id the same at every try, so that who receives it twice can tell
 * @param at when it is sent, by the database's clock
 */
record Message(String id, String subject, String text, Instant at) {}
