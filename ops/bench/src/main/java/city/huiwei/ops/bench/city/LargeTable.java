package city.huiwei.ops.bench.city;

/** Fills the table {@code hold} with firm holds of the thousand other pools. */
public record LargeTable(Database inventory) {

  /** Each unit is taken from end to end, half before today and half after. */
  private static final int NIGHTS = 3;

  /** Holds of one unit that are written by one statement; there are 200,000 units. */
  private static final int AT_ONCE = 2;

  /** At least so many rows where the units allow it; answers with how many there are. */
  public long fill(long rows) {
    var units = inventory.number("select count(*) from unit where pool like 'bench-spread-%'");
    var each = Math.toIntExact(Math.ceilDiv(rows, units));
    for (var first = 0; first < each; first += AT_ONCE) {
      add(first, Math.min(first + AT_ONCE, each), each);
      Screen.say("table", "%,d of %,d other holds", Math.min(first + AT_ONCE, each) * units, rows);
    }
    inventory.run("vacuum analyze hold");
    return inventory.number("select count(*) from hold where pool like 'bench-spread-%'");
  }

  /**
   * Without the triggers, whose trace and checks are not what is measured; with every index and the
   * constraint.
   */
  private void add(int first, int last, int each) {
    inventory.run(
        "set session_replication_role = replica",
        """
        insert into hold (site, hold, pool, unit, state, asked, period)
        select site, gen_random_uuid(), pool, unit, 'FIRM', nights, nights
        from unit
        cross join generate_series(%1$d, %2$d - 1) n
        cross join lateral (
          select current_date + (n - %3$d / 2) * %4$d as day) as begins
        cross join lateral (
          select daterange(day, day + %4$d) as nights) as period
        where pool like 'bench-spread-%%'
        order by site, unit, n
        """
            .formatted(first, last, each, NIGHTS));
  }
}
