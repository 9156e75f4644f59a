package city.huiwei.booking.assignment;

import java.time.LocalDate;

/** A room of a pool for the nights from one day to another. */
record Stay(String pool, LocalDate from, LocalDate to) {}
