package city.huiwei.ops.launcher;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A few bookings of the year 2100, one in each state, as the services would have written them. */
final class SoundCity {

  static final UUID CONFIRMED = UUID.fromString("01900000-0000-7000-8000-000000000001");
  static final UUID CHECKED_IN = UUID.fromString("01900000-0000-7000-8000-000000000002");
  static final UUID DEPARTED = UUID.fromString("01900000-0000-7000-8000-000000000003");
  static final UUID CANCELLED = UUID.fromString("01900000-0000-7000-8000-000000000004");
  static final UUID REFUSED = UUID.fromString("01900000-0000-7000-8000-000000000005");
  private static final UUID NO_SHOW = UUID.fromString("01900000-0000-7000-8000-000000000006");

  static final String STOCK =
      """
      insert into operator values ('op', '甲', 'A', 'graduate-housing');
      insert into site (site, operator, programme, name_zh, name_en, district, address)
      values ('s', 'op', 'graduate-housing', '甲', 'A', 'nanshan', 'A 1');
      insert into pool values ('s', 's.studio', 'room', '{}');
      insert into unit (site, unit, pool, features) values
        ('s', 's-1', 's.studio', '{}'), ('s', 's-2', 's.studio', '{}'),
        ('s', 's-3', 's.studio', '{}'), ('s', 's-4', 's.studio', '{}');
      """;

  static final String BLOCK =
      """
      with made as (
        insert into hold (site, hold, pool, unit, unit_number, state, asked, period, block_reason)
        select site, gen_random_uuid(), pool, unit, number, 'FIRM', '[2100-01-01,)',
          '[2100-01-01,)', 'paint' from unit where unit = 's-4' returning *)
      insert into hold_change (lane, version, hold, site, pool, unit, state, period)
      select 1, 90, hold, site, pool, unit, state, period from made
      """;

  static final UUID OFFER = UUID.fromString("01900000-0000-7000-8000-0000000000f0");
  private static final UUID SECOND_HOLD = UUID.fromString("01900000-0000-7000-8000-0000000000f1");

  /** Somebody took two units, and lives there from the year's third month on. */
  static final String OFFER_IN_BOOKING =
      """
      insert into application (application, reference, programme, owner, idempotency_key, operator,
        channel, state, sealed, rules_version)
      values ('%1$s', 'offer', 'industrial-space', '%1$s', 'offer', 'op', 'PAPER', 'SUBMITTED', '', '1');
      insert into offer (offer, application, programme, party, pools, site, operator, begins, state,
        deadline, answered_at, driven_at, ranking, listed_at)
      values ('%1$s', '%1$s', 'industrial-space', '', '{s.studio,s.studio}', 's', 'op', '2100-03-01',
        'BOOKED', now(), now(), null, '', now());
      """
          .formatted(OFFER);

  static final String OFFER_IN_INVENTORY =
      Stream.of(OFFER, SECOND_HOLD)
          .map(hold ->
              """
              insert into hold (site, hold, pool, unit, unit_number, state, asked, period)
              select site, '%1$s', pool, unit, number, 'FIRM', '[2100-03-01,)', '[2100-03-01,)'
              from unit where unit = '%2$s';
              insert into hold_change (lane, version, hold, site, pool, unit, state, period)
              select 1, 91, hold, site, pool, unit, state, period from hold where hold = '%1$s';
              """
                  .formatted(hold, hold.equals(OFFER) ? "s-2" : "s-3"))
          .collect(Collectors.joining());

  private static final String TWO_NIGHTS = "[2100-01-01,2100-01-03)";
  private static final String ONE_NIGHT = "[2100-01-01,2100-01-02)";
  private static final String LATER = "[2100-02-01,2100-02-03)";
  private static final String LATER_ONE_NIGHT = "[2100-02-01,2100-02-02)";

  static final List<Stay> STAYS =
      List.of(
          new Stay(CONFIRMED, "s-1", TWO_NIGHTS, TWO_NIGHTS, "REQUESTED", "CONFIRMED"),
          new Stay(
              CHECKED_IN, "s-2", TWO_NIGHTS, TWO_NIGHTS, "REQUESTED", "CONFIRMED", "CHECKED_IN"),
          new Stay(
              DEPARTED,
              "s-1",
              LATER,
              LATER_ONE_NIGHT,
              "REQUESTED",
              "CONFIRMED",
              "CHECKED_IN",
              "DEPARTED"),
          new Stay(CANCELLED, "s-1", TWO_NIGHTS, TWO_NIGHTS, "REQUESTED", "CONFIRMED", "CANCELLED"),
          new Stay(REFUSED, null, TWO_NIGHTS, TWO_NIGHTS, "REQUESTED", "REFUSED"),
          new Stay(NO_SHOW, "s-1", TWO_NIGHTS, TWO_NIGHTS, "REQUESTED", "CONFIRMED", "NO_SHOW"));

  private SoundCity() {}

  /** What the owners of the first two were told; one of them gave nothing up. */
  static List<Told> told() {
    return List.of(told(CONFIRMED, "CONFIRMED", null), told(CHECKED_IN, "CHECKED_IN", "s-2"));
  }

  private static Told told(UUID booking, String status, @Nullable String unit) {
    var from = LocalDate.of(2100, 1, 1);
    var to = from.plusDays(2);
    return new Told(
        booking.toString(),
        to,
        new Told.Answer(booking, booking.toString(), "s.studio", from, to, status, unit));
  }

  /**
   * One booking with its hold.
   *
   * @param states from the first to the present
   */
  record Stay(UUID booking, @Nullable String unit, String asked, String period, String... states) {

    private String state() {
      return states[states.length - 1];
    }

    /** The account and the key are made from the booking's number. */
    String inBooking() {
      var sql = new StringBuilder();
      sql.append(
          """
          insert into booking (booking, reference, account, idempotency_key, programme, pool, site,
            operator, asked, period, status, unit, driven_at)
          values ('%1$s', '%1$s', '%1$s', '%1$s', 'graduate-housing', 's.studio', 's', 'op', '%2$s',
            '%3$s', '%4$s', %5$s, null);
          """
              .formatted(
                  booking, asked, period, state(), wasCheckedIn() ? "'" + unit + "'" : "null"));
      sql.append(
          """
          insert into entitlement values ('%1$s', 'graduate-housing', 15, %2$s, '%3$s');
          """
              .formatted(booking, spent(), isGone() ? "{}" : "{" + period + "}"));
      for (var status : states) {
        sql.append(
            "insert into booking_change (booking, status, period, actor) values ('%s', '%s', '%s', 'a');\n"
                .formatted(booking, status, status.equals("DEPARTED") ? period : asked));
      }
      return sql.toString();
    }

    String inInventory() {
      var isRefused = state().equals("REFUSED");
      var state = isRefused ? "REFUSED" : isGone() ? "RELEASED" : "FIRM";
      var sql =
          """
          insert into hold (site, hold, pool, unit, unit_number, state, asked, period, refusals)
          select 's', '%1$s', 's.studio', %2$s, (select number from unit where unit = %2$s), '%3$s',
            '%4$s', '%5$s', %6$s;
          insert into hold_change (lane, version, hold, site, pool, unit, state, was, period)
          values (1, 1, '%1$s', 's', 's.studio', %2$s, '%7$s', null, %8$s);
          """
              .formatted(
                  booking,
                  unit == null ? "null" : "'" + unit + "'",
                  state,
                  asked,
                  period,
                  isRefused ? "'{NO_PLACE_LEFT}'" : "null",
                  isRefused ? "REFUSED" : "FIRM",
                  isRefused ? "null" : "'" + asked + "'");
      return isRefused || (state.equals("FIRM") && asked.equals(period))
          ? sql
          : sql
              + """
              insert into hold_change (lane, version, hold, site, pool, unit, state, was, period)
              values (1, 2, '%s', 's', 's.studio', '%s', '%s', '%s', %s);
              """
                  .formatted(booking, unit, state, asked, isGone() ? "null" : "'" + period + "'");
    }

    private boolean wasCheckedIn() {
      return List.of(states).contains("CHECKED_IN");
    }

    private boolean isGone() {
      return List.of("CANCELLED", "REFUSED", "NO_SHOW").contains(state());
    }

    private int spent() {
      return switch (state()) {
        case "CANCELLED", "REFUSED" -> 0;
        case "NO_SHOW", "DEPARTED" -> 1;
        default -> 2;
      };
    }
  }
}
