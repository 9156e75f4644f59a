package city.huiwei.booking.explanation;

import city.huiwei.booking.application.ApplicationState;
import java.time.Instant;

/** The state of an application from a moment on, until the next one. */
record StateSince(Instant at, ApplicationState state) {}
