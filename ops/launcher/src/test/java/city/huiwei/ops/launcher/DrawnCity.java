package city.huiwei.ops.launcher;

/** A draw as if all its steps were taken; the steps themselves have their own test. */
final class DrawnCity {

  private DrawnCity() {}

  /** Everybody who is in the list is drawn. */
  static void publish(SharedCity city, String draw) {
    take(city, draw, "state = 'FROZEN', root = sha256('r'), count = 1");
    take(city, draw, "state = 'WITNESSED', witness_digits = '1 2 3'");
    take(city, draw, "state = 'REVEALED', office_seed = sha256('s')");
    take(city, draw, "state = 'LIT', beacon_value = ''");
    city.ask(
        "booking",
        """
        insert into draw_result (draw, ticket, rank, number)
        select draw, ticket, row_number() over (order by ticket),
          sha256(convert_to(ticket, 'UTF8'))
        from draw_ticket where draw = '%s' returning draw
        """
            .formatted(draw));
    take(city, draw, "state = 'DRAWN', key = sha256('k')");
    take(city, draw, "state = 'PUBLISHED'");
  }

  private static void take(SharedCity city, String draw, String step) {
    city.ask(
        "booking", "update draw set %s where draw = '%s' returning draw".formatted(step, draw));
  }
}
