package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Refusal;
import city.huiwei.edge.Reason;
import java.util.Map;

/** A refusal of the protocol as a reason with words. */
final class BallotReason {

  private BallotReason() {}

  static Reason of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.DrawIdMalformed _ -> Reason.of("DRAW_ID_MALFORMED", "draw");
      case Refusal.TicketMalformed(var ticket) -> ticket("BALLOT_TICKET_MALFORMED", ticket);
      case Refusal.TicketTwice(var ticket) -> ticket("BALLOT_TICKET_TWICE", ticket);
      case Refusal.CategoryMalformed(var ticket, _) -> ticket("BALLOT_TICKET_MALFORMED", ticket);
      case Refusal.ChancesOutside(var ticket, _) -> ticket("BALLOT_TICKET_MALFORMED", ticket);
      case Refusal.ChoicesMalformed(var ticket) -> ticket("BALLOT_TICKET_MALFORMED", ticket);
      case Refusal.TooManyTickets(_, var most) ->
          new Reason("BALLOT_TOO_MANY_TICKETS", null, Map.of("most", most));
      case Refusal.ListNotFrozen _ -> Reason.of("BALLOT_LIST_NOT_FROZEN");
      case Refusal.ListOfAnotherDraw _ -> Reason.of("BALLOT_LIST_DIFFERS");
      case Refusal.RootDiffers _ -> Reason.of("BALLOT_LIST_DIFFERS");
      case Refusal.SeedMalformed _ -> Reason.of("BALLOT_COMMITMENT_DIFFERS");
      case Refusal.CommitmentDiffers _ -> Reason.of("BALLOT_COMMITMENT_DIFFERS");
      case Refusal.WitnessMalformed _ -> Reason.of("DRAW_DIGITS_MALFORMED", "digits");
      case Refusal.BeaconOfAnotherRound _ -> Reason.of("BEACON_OF_ANOTHER_ROUND");
      case Refusal.BeaconMalformed _ -> Reason.of("BEACON_UNREADABLE");
      case Refusal.DrawnBefore _ -> Reason.of("DRAW_OUT_OF_ORDER");
    };
  }

  private static Reason ticket(String code, String ticket) {
    return new Reason(code, null, Map.of("ticket", ticket));
  }
}
