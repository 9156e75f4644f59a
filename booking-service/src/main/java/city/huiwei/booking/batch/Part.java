package city.huiwei.booking.batch;

import java.time.LocalDate;

/** So many units of a pool, released for the nights from one day to another. */
public record Part(String pool, String site, int units, LocalDate from, LocalDate to) {}
