package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.DrawnTicket;

/** A ticket of a published draw, by the names of the protocol. */
record PublicTicket(
    String ticket, String category, int chances, String choicesHash, String number, int rank) {

  static PublicTicket of(DrawnTicket drawn) {
    var ticket = drawn.ticket();
    return new PublicTicket(
        ticket.ticket(),
        ticket.category(),
        ticket.chances(),
        ticket.choicesHash(),
        drawn.number().hex(),
        drawn.rank());
  }
}
