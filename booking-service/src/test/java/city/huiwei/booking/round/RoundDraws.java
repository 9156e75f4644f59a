package city.huiwei.booking.round;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;

/** The draw of a round's numbers, step by step as its tables want it. */
final class RoundDraws {

  private RoundDraws() {}

  /** The one that is announced with the round. */
  static String of(String round) {
    return "childcare-" + round;
  }

  /** A family's number is the hash of its ticket. */
  static void publish(TestCity city, String draw) {
    Statements.run(
        city.bookingDatabase(),
        set(draw, "state = 'FROZEN', root = sha256('r'), count = 1"),
        set(draw, "state = 'WITNESSED', witness_digits = '1 2 3'"),
        set(draw, "state = 'REVEALED', office_seed = sha256('s')"),
        set(draw, "state = 'LIT', beacon_value = ''"),
        """
        insert into draw_result (draw, ticket, rank, number)
        select draw, ticket, row_number() over (order by sha256(convert_to(ticket, 'UTF8'))),
          sha256(convert_to(ticket, 'UTF8'))
        from draw_ticket where draw = '%s'
        """
            .formatted(draw),
        set(draw, "state = 'DRAWN', key = sha256('k')"),
        set(draw, "state = 'PUBLISHED'"));
  }

  private static String set(String draw, String what) {
    return "update draw set %s where draw = '%s'".formatted(what, draw);
  }
}
