package city.huiwei.booking.ballot;

/**
 * A ticket with its number and its rank, 1 for the first.
 *
 * @param number 32 bytes, the lowest of its chances
 */
public record DrawnTicket(Ticket ticket, Bytes number, int rank) {}
