package city.huiwei.booking.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as it was written down.
 *
 * @param reference the application's
 * @param isRead by who asks
 */
record Told(
    UUID id, Notice notice, String reference, String programme, Instant at, boolean isRead) {}
