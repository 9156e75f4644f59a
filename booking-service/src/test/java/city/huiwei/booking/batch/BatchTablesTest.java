package city.huiwei.booking.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables themselves refuse, whoever writes. */
@NullUnmarked
class BatchTablesTest {

  private static final String BATCH = "00000000-0000-0000-0000-0000000000b1";
  private static final String ENTRY = "00000000-0000-0000-0000-0000000000e1";

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    Statements.run(
        city.bookingDatabase(),
        batch(BATCH, "DRAW", "now() + interval '10 days'"),
        "insert into batch_part values ('%s', 'p', 's', 3, '[2027-02-01,2027-03-01)')"
            .formatted(BATCH),
        entry(ENTRY, "a1", "'ENTERED'"),
        wish(ENTRY, 1, "p", 2, 1));
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void whoDraftsDoesNotRelease() {
    refused(
        "two_different_people_release",
        "update batch set state = 'RELEASED', released_at = now(), released_by = drafted_by");
    refused("released_by_somebody_at_some_time", "update batch set state = 'RELEASED'");
    refused("settled_at_some_time", "update batch set settled_at = now()");
  }

  @ParameterizedTest
  @CsvSource({
    "register_until = draw_at, window_is_in_order",
    "urgent_until = register_until + interval '1 s', window_is_in_order",
    "confirm_until = draw_at, window_is_in_order",
    "draw_at = null, a_draw_has_its_hour",
    "register_from = null, only_instant_batches_have_no_window",
    "'way = ''RACE'', draw_at = null', way_of_allocating_is_known",
    "reserve_order = 'ANY', reserve_order_is_known"
  })
  void aWindowIsWholeAndInOrder(String set, String constraint) {
    refused(constraint, "update batch set " + set);
  }

  @Test
  void onePersonIsInABatchOnceUnlessTheyWithdrew() {
    refused("one_entry_a_person", entry("00000000-0000-0000-0000-0000000000e2", "a1", "'ENTERED'"));
    Statements.run(
        city.bookingDatabase(), entry("00000000-0000-0000-0000-0000000000e3", "a1", "'WITHDRAWN'"));
    assertThat(TestCity.count(city.bookingDatabase(), "select count(*) from batch_entry"))
        .isEqualTo(2);
  }

  @Test
  void aWishIsOfTheBatchAndOnlyOnceInTheList() {
    refused("no_wish_twice", wish(ENTRY, 2, "p", 2, 1));
    refused("a_wish_names_a_pool_of_the_batch", wish(ENTRY, 2, "q", 2, 1));
    refused("at_most_twenty_wishes", wish(ENTRY, 21, "p", 2, 1));
    refused("a_fortnight_of_slack_at_most", wish(ENTRY, 2, "p", 15, 1));
    refused("a_part_of_the_stay_is_a_part", wish(ENTRY, 2, "p", 2, 4));
  }

  @Test
  void whatWasWithdrawnHasNoOutcome() {
    refused(
        "what_was_withdrawn_comes_to_nothing",
        "update batch_entry set outcome = 'PLACED', state = 'WITHDRAWN'");
    refused("one_to_three_chances", "update batch_entry set chances = 4");
  }

  @Test
  void twoBatchesDoNotHaveOneNight() {
    var closed =
        "insert into closed_period (closed_period, pool, period, batch) values"
            + " (gen_random_uuid(), 'p', '%s', '"
            + BATCH
            + "')";
    Statements.run(city.bookingDatabase(), closed.formatted("[2027-02-01,2027-02-05)"));
    refused("one_batch_at_a_time_has_a_night", closed.formatted("[2027-02-04,2027-02-06)"));
    Statements.run(city.bookingDatabase(), closed.formatted("[2027-02-05,2027-02-06)"));
  }

  @Test
  void urgencyIsDecidedByAPersonWithAReason() {
    refused(
        "urgency_is_decided_by_a_person_with_a_reason",
        "insert into batch_urgency (entry, asked, granted) values ('" + ENTRY + "', '', true)");
  }

  private static void refused(String constraint, String statement) {
    assertThatThrownBy(() -> Statements.run(city.bookingDatabase(), statement))
        .hasStackTraceContaining(constraint);
  }

  private static String batch(String id, String way, String first) {
    return """
    insert into batch (batch, programme, operator, name_zh, name_en, way, reserve_order,
      rules_version, register_from, urgent_until, register_until, draw_at, confirm_until, drafted_by)
    select '%s', 'graduate-housing', 'op-home', '一', 'one', '%s', 'MINIMUM_GUARANTEE', '1', t,
      t + interval '1 day', t + interval '2 days', t + interval '3 days', t + interval '4 days',
      gen_random_uuid() from (values (%s)) v (t)
    """
        .formatted(id, way, first);
  }

  private static String entry(String id, String account, String state) {
    return """
    insert into batch_entry (entry, reference, batch, account, idempotency_key, ticket, category,
      chances, choices_hash, request_hash, state)
    values ('%1$s', '%1$s', '%2$s', '00000000-0000-0000-0000-0000000000%3$s', '%1$s', '%1$s',
      'general', 1, 'h', 'h', %4$s)
    """
        .formatted(id, BATCH, account, state);
  }

  private static String wish(String entry, int rank, String pool, int slack, int least) {
    return "insert into batch_wish values ('%s', %d, '%s', '%s', '[2027-02-01,2027-02-04)', %d, %d)"
        .formatted(entry, rank, BATCH, pool, slack, least);
  }
}
