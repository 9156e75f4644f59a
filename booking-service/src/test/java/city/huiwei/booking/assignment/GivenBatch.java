package city.huiwei.booking.assignment;

import static city.huiwei.edge.testing.Statements.run;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.SignedIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch in the tables: with people who registered, drawn in the order in which they are named, or
 * with its window open for people who register by themselves.
 */
final class GivenBatch {

  static final LocalDate FIRST = TestCity.today().plusDays(10);

  final UUID id = UUID.randomUUID();
  private final TestCity city;
  private final List<String> statements = new ArrayList<>();
  private String draw;
  private int rank;

  GivenBatch(TestCity city, Duration toConfirm) {
    this.city = city;
    statements.add(
        """
        insert into batch (batch, programme, operator, name_zh, name_en, way, state, reserve_order,
          rules_version, register_from, urgent_until, register_until, draw_at, confirm_until,
          drafted_by, released_by, released_at)
        values ('%1$s', 'graduate-housing', 'op-home', '十二月', 'December', 'DRAW', 'RELEASED',
          'MINIMUM_GUARANTEE', '1', now() - interval '3 hours', now() - interval '2 hours',
          now() - interval '1 hour', now() - interval '30 minutes',
          now() + interval '%2$d milliseconds', gen_random_uuid(), gen_random_uuid(), now())
        """
            .formatted(id, toConfirm.toMillis()));
    draw = id.toString();
    statements.add(announced(null));
  }

  private String announced(@Nullable String instead) {
    return """
    insert into draw (draw, kind, subject, operator, rules_version, capacity, reserve_order,
      closes, draws_at, beacon_round, commitment, sealed_seed, replaces)
    values ('%s', 'BATCH', '%s', 'op-home', '1', 1, 'MINIMUM_GUARANTEE',
      now() + interval '1 hour', now() + interval '2 hours', 'none',
      decode(repeat('00', 32), 'hex'), decode('00', 'hex'), nullif('%s', 'null'))
    """
        .formatted(draw, id, instead);
  }

  /** Its draw is broken off, and another stands for it. */
  GivenBatch replaced() {
    var first = draw;
    draw = id + "-2";
    written();
    statements.clear();
    run(
        city.bookingDatabase(),
        "update draw set state = 'ABORTED' where draw = '%s'".formatted(first),
        announced(first));
    return this;
  }

  /** Rooms of a pool for twenty nights. */
  GivenBatch with(String pool, int units) {
    statements.add(
        """
        insert into batch_part (batch, pool, site, units, period)
        values ('%s', '%s', 'gh-001', %d, daterange('%s', '%s'))
        """
            .formatted(id, pool, units, FIRST, FIRST.plusDays(20)));
    return this;
  }

  GivenBatch keeping(String category, int units) {
    statements.add(
        "insert into batch_reserve values ('%s', '%s', %d)".formatted(id, category, units));
    return this;
  }

  /** The next in rank, with so many nights wished in each pool, the dearest first. */
  GivenBatch drawn(String person, String category, int nights, String... pools) {
    rank++;
    var entry = UUID.randomUUID();
    var ticket = "%032x".formatted(rank);
    statements.add(
        """
        insert into batch_entry (entry, reference, batch, account, idempotency_key, request_hash,
          ticket, category, chances, choices_hash)
        values ('%1$s', '%1$s', '%2$s', '%3$s', '%1$s', repeat('0', 64), substr('%4$s', 13) ||
          substr(md5('%2$s'), 21), '%5$s', 1, repeat('0', 64))
        """
            .formatted(entry, id, account(person), ticket, category));
    for (int wish = 0; wish < pools.length; wish++) {
      statements.add(
          """
          insert into batch_wish (entry, rank, batch, pool, stay, slack_days, least_nights)
          values ('%s', %d, '%s', '%s', daterange('%s', '%s'), 0, %d)
          """
              .formatted(entry, wish + 1, id, pools[wish], FIRST, FIRST.plusDays(nights), nights));
    }
    return this;
  }

  /** The list is closed and drawn, and everyone can see it. */
  GivenBatch published() {
    written();
    run(
        city.bookingDatabase(),
        """
        insert into draw_ticket (draw, ticket, category, chances, choices_hash)
        select '%s', ticket, category, chances, choices_hash from batch_entry where batch = '%s'
        """
            .formatted(draw, id));
    return drawnBy("ticket");
  }

  /** The window is open: people can register by themselves. */
  GivenBatch open() {
    written();
    run(
        city.bookingDatabase(),
        """
        update batch set register_until = now() + interval '1 hour',
          draw_at = now() + interval '2 hours', confirm_until = now() + interval '40 hours'
        where batch = '%s'
        """
            .formatted(id));
    return this;
  }

  /** The window is over, and those who registered are drawn. */
  GivenBatch closedAndDrawn() {
    run(
        city.bookingDatabase(),
        """
        update batch set register_until = now(), draw_at = now() + interval '1 second'
        where batch = '%s'
        """
            .formatted(id));
    return drawnBy("md5(ticket)");
  }

  private void written() {
    for (int from = 0; from < statements.size(); from += 500) {
      var some = statements.subList(from, Math.min(from + 500, statements.size()));
      run(city.bookingDatabase(), String.join(";\n", some));
    }
  }

  private GivenBatch drawnBy(String order) {
    run(
        city.bookingDatabase(),
        """
        update draw set state = 'LIT', root = decode(repeat('00', 32), 'hex'),
          count = (select count(*) from draw_ticket t where t.draw = '%1$s'),
          witness_digits = '1', office_seed = decode(repeat('00', 32), 'hex'), beacon_value = ''
        where draw = '%1$s'
        """
            .formatted(draw),
        """
        insert into draw_result (draw, ticket, rank, number)
        select '%1$s', ticket, row_number() over (order by %2$s),
          decode(md5(ticket) || md5(ticket), 'hex')
        from draw_ticket where draw = '%1$s'
        """
            .formatted(draw, order),
        "update draw set state = 'DRAWN', key = decode(repeat('00', 32), 'hex') where draw = '%s'"
            .formatted(draw),
        "update draw set state = 'PUBLISHED' where draw = '%s'".formatted(draw));
    return this;
  }

  static UUID account(String person) {
    return Account.of(new SignedIn(TestCity.issuer(), person, Set.of(), null, null, null, null));
  }
}
