package city.huiwei.booking.ballot;

import java.util.List;

/** All that is published of a draw: who has it can compute it again. */
public record DrawnList(
    Announced announced, Revealed revealed, Bytes root, Bytes key, List<DrawnTicket> tickets)
    implements DrawAnswer {

  public DrawnList {
    tickets = List.copyOf(tickets);
  }
}
