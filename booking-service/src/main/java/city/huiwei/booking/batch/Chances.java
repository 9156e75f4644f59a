package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.Ticket;

/** How often a ticket is drawn: once, and once more for each batch lost, three times at most. */
final class Chances {

  private Chances() {}

  static int after(int lost) {
    return Math.min(1 + lost, Ticket.MOST_CHANCES);
  }
}
