package city.huiwei.ops.launcher;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.ops.servers.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted fault is named; where nothing is wrong, nothing is said. */
@NullUnmarked
class AuditorTest {

  private static final LocalDate DAY = LocalDate.of(2100, 1, 1);

  private static final String SPENT = "what is spent are the nights of the bookings";
  private static final String STAYS = "the stays of an entitlement are the nights of the bookings";
  private static final String GRANTED = "nobody spends more than is granted";
  private static final String ONE_PLACE = "nobody has two places in one night";
  private static final String SHORTER = "only a departure makes a stay shorter";
  private static final String TRACE = "the trace of a booking ends with its state";
  private static final String STEPS = "the trace of a booking goes from step to step";
  private static final String ONCE = "a unit is held once a night";
  private static final String IN_POOL = "a hold is on a unit of its pool";
  private static final String HAS_HOLD = "a booking that is alive has its hold";
  private static final String LEFT = "a hold ends when the guest leaves";
  private static final String GIVEN_UP = "what was given up or refused holds nothing";
  private static final String TAKEN = "a place that was taken has its hold";
  private static final String NOBODY = "no hold is without a booking or an offer";
  private static final String HOLD_TRACE = "the trace of a hold ends with its state";
  private static final String HOLD_STEPS = "each trace of a hold begins where the last ended";
  private static final String TOLD = "what was told is so";

  private static Postgres postgres;
  private static int copies;

  private Auditor auditor;

  @BeforeAll
  static void start() throws SQLException, IOException {
    postgres = Postgres.temporary();
    for (var service : List.of("booking", "inventory")) {
      postgres.createDatabase(service);
      run(service, schema(service));
    }
    run("inventory", SoundCity.STOCK);
    for (var stay : SoundCity.STAYS) {
      run("booking", stay.inBooking());
      run("inventory", stay.inInventory());
    }
    run("inventory", SoundCity.BLOCK);
    run("booking", SoundCity.OFFER_IN_BOOKING);
    run("inventory", SoundCity.OFFER_IN_INVENTORY);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void copyTheSoundCity() throws SQLException {
    copies++;
    for (var service : List.of("booking", "inventory")) {
      run("postgres", "create database %s template %s".formatted(copy(service), service));
    }
    auditor = new Auditor(address(copy("booking")), address(copy("inventory")));
  }

  @Test
  void nothingIsSaidOfASoundCity() {
    assertThat(auditor.waiting()).isZero();
    assertThat(auditor.differences(SoundCity.told(), List.of("nobody"))).isEmpty();
    assertThat(auditor.differences((_, _) -> Map.of("s.studio", 1), DAY, DAY.plusDays(1)))
        .isEmpty();
  }

  /**
   * @param service whose database it is planted in
   * @param promises all that are broken by it
   */
  record Fault(String name, String service, String plant, String... promises) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(
            "a hold is deleted",
            "inventory",
            "delete from hold where hold = '%s'".formatted(SoundCity.CONFIRMED),
            HAS_HOLD,
            HOLD_TRACE),
        new Fault(
            "a hold is doubled",
            "inventory",
            """
            alter table hold drop constraint one_hold_at_a_time;
            insert into hold (site, hold, pool, unit, unit_number, state, asked, period)
            select site, gen_random_uuid(), pool, unit, unit_number, state, asked, period
            from hold where hold = '%s'
            """
                .formatted(SoundCity.CONFIRMED),
            ONCE,
            NOBODY,
            HOLD_TRACE),
        new Fault(
            "a stay moves to a unit that is taken",
            "inventory",
            """
            alter table hold drop constraint one_hold_at_a_time;
            update hold set (unit, unit_number) = (select unit, number from unit where unit = 's-2')
            where hold = '%1$s';
            insert into hold_change (lane, version, hold, site, pool, unit, state, was, period)
            select 1, 99, hold, site, pool, unit, state, period, period
            from hold where hold = '%1$s'
            """
                .formatted(SoundCity.CONFIRMED),
            ONCE),
        new Fault(
            "a place that was taken is free again",
            "inventory",
            "delete from hold where hold = '%s'".formatted(SoundCity.OFFER),
            TAKEN,
            HOLD_TRACE),
        new Fault(
            "the second unit of an offer is nobody's",
            "booking",
            "update offer set pools = '{s.studio}' where offer = '%s'".formatted(SoundCity.OFFER),
            NOBODY),
        new Fault(
            "a unit goes under two holds",
            "inventory",
            "alter table unit disable trigger units_go; delete from unit where unit = 's-1'",
            IN_POOL,
            IN_POOL),
        new Fault(
            "a hold has other nights",
            "inventory",
            """
            update hold set period = daterange(lower(period), upper(period) + 1)
            where hold = '%s'
            """
                .formatted(SoundCity.CONFIRMED),
            HAS_HOLD,
            HOLD_TRACE),
        new Fault(
            "a hold stays after an early leave",
            "inventory",
            "update hold set period = asked where hold = '%s'".formatted(SoundCity.DEPARTED),
            LEFT,
            HOLD_TRACE),
        new Fault(
            "what was cancelled is still held",
            "inventory",
            "update hold set state = 'FIRM', unit = 's-3', unit_number = (select number from unit"
                + " where unit = 's-3') where hold = '%s'".formatted(SoundCity.CANCELLED),
            GIVEN_UP,
            HOLD_TRACE),
        new Fault(
            "a hold's trace is missing",
            "inventory",
            "delete from hold_change where hold = '%s'".formatted(SoundCity.CONFIRMED),
            HOLD_TRACE),
        new Fault(
            "a hold's first trace is missing",
            "inventory",
            "delete from hold_change where hold = '%s' and was is null"
                .formatted(SoundCity.DEPARTED),
            HOLD_STEPS),
        new Fault(
            "a booking is confirmed without a hold",
            "booking",
            """
            insert into entitlement values ('00000000-0000-8000-8000-000000000077', 'graduate-housing',
              15, 2, '{[2100-01-01,2100-01-03)}');
            insert into booking (booking, reference, account, idempotency_key, programme, pool, site,
              operator, asked, period, status, driven_at)
            values ('%1$s', 'new', '00000000-0000-8000-8000-000000000077', 'new', 'graduate-housing',
              's.studio', 's', 'op', '[2100-01-01,2100-01-03)', '[2100-01-01,2100-01-03)', 'CONFIRMED',
              null);
            insert into booking_change (booking, status, period, actor) values
              ('%1$s', 'REQUESTED', '[2100-01-01,2100-01-03)', 'a'),
              ('%1$s', 'CONFIRMED', '[2100-01-01,2100-01-03)', 'a')
            """
                .formatted(UUID.randomUUID()),
            HAS_HOLD),
        new Fault(
            "a booking is lost",
            "booking",
            """
            delete from booking_change where booking = '%1$s';
            delete from entitlement where account = (
              select account from booking where booking = '%1$s');
            delete from booking where booking = '%1$s'
            """
                .formatted(SoundCity.CONFIRMED),
            NOBODY,
            TOLD),
        new Fault(
            "a booking goes back behind what was told",
            "booking",
            """
            update booking set status = 'CONFIRMED' where booking = '%1$s';
            delete from booking_change where booking = '%1$s' and status = 'CHECKED_IN'
            """
                .formatted(SoundCity.CHECKED_IN),
            TOLD),
        new Fault(
            "who was refused has a booking",
            "booking",
            "update booking set idempotency_key = 'nobody' where booking = '%s'"
                .formatted(SoundCity.CHECKED_IN),
            "who was refused has nothing",
            TOLD),
        new Fault(
            "a booking waits",
            "booking",
            "update booking set hold_due = 'RELEASE', driven_at = now() where booking = '%s'"
                .formatted(SoundCity.CANCELLED),
            "nothing waits"),
        new Fault(
            "too much is spent",
            "booking",
            "update entitlement set spent = spent + 1 where account = (%s)"
                .formatted(account(SoundCity.CONFIRMED)),
            SPENT),
        new Fault(
            "more is spent than granted",
            "booking",
            """
            alter table entitlement drop constraint never_more_than_the_entitlement;
            update entitlement set granted = 1 where account = (%s)
            """
                .formatted(account(SoundCity.CONFIRMED)),
            GRANTED),
        new Fault(
            "a stay is missing",
            "booking",
            "update entitlement set stays = '{}' where account = (%s)"
                .formatted(account(SoundCity.CONFIRMED)),
            STAYS),
        new Fault(
            "a person has two places",
            "booking",
            """
            update entitlement set spent = 4, stays = '{[2100-01-01,2100-01-03)}'
            where account = (%1$s);
            delete from entitlement where account = (%2$s);
            update booking set account = (%1$s) where booking = '%3$s'
            """
                .formatted(
                    account(SoundCity.CONFIRMED),
                    account(SoundCity.CHECKED_IN),
                    SoundCity.CHECKED_IN),
            ONE_PLACE),
        new Fault(
            "a key has two bookings",
            "booking",
            """
            alter table booking drop constraint one_booking_a_key;
            update booking set account = (%1$s), idempotency_key = (
              select idempotency_key from booking where booking = '%2$s')
            where booking = '%3$s'
            """
                .formatted(account(SoundCity.CONFIRMED), SoundCity.CONFIRMED, SoundCity.REFUSED),
            "a key has one booking"),
        new Fault(
            "a reference has two bookings",
            "booking",
            """
            alter table booking drop constraint one_booking_a_reference;
            update booking set reference = (select reference from booking where booking = '%s')
            where booking = '%s'
            """
                .formatted(SoundCity.CONFIRMED, SoundCity.REFUSED),
            "a reference has one booking"),
        new Fault(
            "a stay is shorter than asked, and nobody has left",
            "booking",
            """
            update booking set asked = daterange(lower(asked), upper(asked) + 1)
            where booking = '%s'
            """
                .formatted(SoundCity.REFUSED),
            SHORTER),
        new Fault(
            "a booking's last trace is missing",
            "booking",
            "delete from booking_change where booking = '%s' and status = 'CONFIRMED'"
                .formatted(SoundCity.CONFIRMED),
            TRACE),
        new Fault(
            "a booking's trace leaves out a step",
            "booking",
            "delete from booking_change where booking = '%s' and status = 'CONFIRMED'"
                .formatted(SoundCity.CANCELLED),
            STEPS));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aPlantedFaultIsNamed(Fault fault) throws SQLException {
    run(copy(fault.service()), fault.plant());

    assertThat(auditor.differences(SoundCity.told(), List.of("nobody")))
        .extracting(Auditor.Difference::promise)
        .containsExactlyInAnyOrder(fault.promises());
  }

  @Test
  void everyPromiseHasAFaultThatBreaksIt() {
    var broken = faults().flatMap(fault -> Stream.of(fault.promises())).collect(Collectors.toSet());
    var checked = new HashSet<String>();
    BookingChecks.ALL.forEach(check -> checked.add(check.promise()));
    HoldChecks.ALL.forEach(check -> checked.add(check.promise()));
    assertThat(broken).isEqualTo(checked);
  }

  @Test
  void aSearchThatSaysAnotherNumberIsNamed() {
    assertThat(auditor.differences((_, _) -> Map.of("s.studio", 2), DAY, DAY.plusDays(1)))
        .hasSize(1);
    assertThat(auditor.differences((_, _) -> Map.of(), DAY, DAY.plusDays(1))).hasSize(1);
    assertThat(
            auditor.differences((_, _) -> Map.of("s.studio", 1, "gone", 4), DAY, DAY.plusDays(1)))
        .hasSize(1);
  }

  private static String account(UUID booking) {
    return "select account from booking where booking = '" + booking + "'";
  }

  private static String copy(String service) {
    return service.equals("postgres") ? service : service + copies;
  }

  private static String address(String database) {
    return "jdbc:postgresql://" + postgres.address(database) + "?user=postgres";
  }

  private static void run(String database, String statements) throws SQLException {
    try (var connection = DriverManager.getConnection(address(database));
        var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  /** A service's tables as it makes them itself. */
  private static String schema(String service) throws IOException {
    var folder = Path.of("../../%s-service/src/main/resources/db/%s".formatted(service, service));
    try (var files = Files.list(folder)) {
      var all = new StringBuilder();
      for (var file : files.sorted(comparingInt(AuditorTest::version)).toList()) {
        all.append(Files.readString(file)).append(";\n");
      }
      return all.toString();
    }
  }

  /** The number after V, by which the service itself orders them. */
  private static int version(Path file) {
    var name = file.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf('_')));
  }
}
