package city.huiwei.booking;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.place.Listing;
import city.huiwei.edge.testing.OwnThreads;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.InventoryService;
import city.huiwei.ops.servers.Postgres;
import city.huiwei.ops.servers.Redis;
import city.huiwei.ops.signin.RunningSignIn;
import city.huiwei.ops.signin.SampleSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A small city of real servers: PostgreSQL, Redis, the sign-in provider, inventory-service and
 * booking-service, each city on empty databases of its own.
 */
public final class TestCity implements AutoCloseable {

  public static final String POOL = "gh-001.studio";

  /** A pool of one room. */
  public static final String LAST_ROOM = "gh-001.one-bedroom";

  private static final AtomicInteger CITIES = new AtomicInteger();
  private static final Postgres POSTGRES = Postgres.temporary();
  private static final Redis REDIS = Redis.temporary();
  private static final RunningSignIn SIGN_IN = SampleSignIn.start(0, Map.of());

  private final List<String> settings;
  private final int number = CITIES.incrementAndGet();
  private final Path evidence = temporary();
  private @Nullable ConfigurableApplicationContext inventory;
  private @Nullable ConfigurableApplicationContext booking;

  private TestCity(int rooms, List<String> settings) {
    this.settings = settings;
    POSTGRES.createDatabase("inventory" + number);
    POSTGRES.createDatabase("booking" + number);
    inventory = startInventory();
    booking = startBooking();
    addStudios(rooms);
    awaitPool("graduate-housing", LAST_ROOM);
  }

  /** A city whose pool {@link #POOL} has so many rooms, with settings of its own for bookings. */
  public static TestCity withRooms(int rooms, String... settings) {
    return new TestCity(rooms, List.of(settings));
  }

  public static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  public static String token(String person) {
    return SIGN_IN.token(person);
  }

  public static String expiredToken(String person) {
    return SIGN_IN.expiredToken(person);
  }

  public static String issuer() {
    return SIGN_IN.issuer();
  }

  public static Redis redis() {
    return REDIS;
  }

  public <T> T bean(Class<T> type) {
    return booking().getBean(type);
  }

  public DatabaseClient inventoryDatabase() {
    return inventory().getBean(DatabaseClient.class);
  }

  public DatabaseClient bookingDatabase() {
    return booking().getBean(DatabaseClient.class);
  }

  public String address() {
    return "http://localhost:" + port(booking());
  }

  /** Where this city keeps what was brought as evidence. */
  public Path evidence() {
    return evidence;
  }

  /** A client without a token, in English. */
  public WebTestClient client() {
    return WebTestClient.bindToServer()
        .baseUrl(address())
        .responseTimeout(Duration.ofSeconds(30))
        .defaultHeader("Accept-Language", "en")
        .build();
  }

  public WebTestClient client(String person) {
    return client()
        .mutate()
        .defaultHeaders(headers -> headers.setBearerAuth(token(person)))
        .build();
  }

  /** Nobody answers at inventory's address any more. */
  public void stopInventory() {
    requireNonNull(((WebServerApplicationContext) inventory()).getWebServer()).stop();
  }

  public void restartBooking() {
    booking().close();
    booking = startBooking();
  }

  /** Nobody has booked anything, nothing is held. */
  public void forgetEverything() {
    forgetApplications();
    Statements.run(bookingDatabase(), "truncate booking, booking_change, entitlement");
    Statements.run(inventoryDatabase(), "truncate hold, hold_change");
  }

  /** Nobody has applied for anything. */
  public void forgetApplications() {
    Statements.run(
        bookingDatabase(),
        """
        truncate application, application_change, decision, offer, let_area, reading, residence,
          residence_step, appeal, duplicate_verdict cascade
        """);
  }

  /** Beds of a site, for women with these levels of care. */
  public void addBeds(String site, int beds, int careFrom, int careTo) {
    Statements.run(
        inventoryDatabase(),
        """
        insert into operator values ('op-care', '康养', 'Care', 'elder-care') on conflict do nothing
        """,
        """
        insert into site values ('%s', 'op-care', 'elder-care', '康园', 'Kangyuan',
          'futian', '福田区簕杜鹃路1号', 22.5, 114.0, '0755-55550001') on conflict do nothing
        """
            .formatted(site),
        """
        insert into pool values ('%1$s', '%1$s.female-%2$d-%3$d', 'bed',
          '{"sex": "female", "careFrom": %2$d, "careTo": %3$d, "dementiaCare": true, "oxygen": true}')
        """
            .formatted(site, careFrom, careTo),
        """
        insert into unit (site, unit, pool, features)
        select '%1$s', '%1$s-%2$d%3$d-' || n, '%1$s.female-%2$d-%3$d', '{}'
        from generate_series(1, %4$d) n
        """
            .formatted(site, careFrom, careTo, beds));
    awaitPool("elder-care", "%s.female-%d-%d".formatted(site, careFrom, careTo));
  }

  /** Nobody is offered a bed until one is free again. */
  public void takeAllBeds() {
    Statements.run(
        inventoryDatabase(),
        "truncate hold, hold_change",
        """
        insert into hold (site, hold, pool, unit, unit_number, state, asked, period, block_reason)
        select site, gen_random_uuid(), pool, unit, number, 'FIRM', period, period, 'repair'
        from unit, daterange(current_date - 1, null) period where pool like 'ec-%'
        """,
        "update stock set version = version + 1");
  }

  /** A room for a couple in a home that has beds. */
  public void addCouplesRoom(String site) {
    Statements.run(
        inventoryDatabase(),
        """
        insert into pool values ('%1$s', '%1$s.couple-0-4-1', 'bed',
          '{"sex": "couple", "careFrom": 0, "careTo": 4}')
        """
            .formatted(site),
        """
        insert into unit (site, unit, pool, features)
        select '%1$s', '%1$s-couple-' || n, '%1$s.couple-0-4-1', '{}' from generate_series(1, 2) n
        """
            .formatted(site));
    awaitPool("elder-care", site + ".couple-0-4-1");
  }

  /** One unit of space of its own. */
  public void addSpace(String unit, int squareMetres) {
    Statements.run(
        inventoryDatabase(),
        """
        insert into operator values ('op-space', '产业', 'Space', 'industrial-space')
        on conflict do nothing
        """,
        """
        insert into site values ('is-001', 'op-space', 'industrial-space', '智谷', 'Zhigu',
          'nanshan', '南山区簕杜鹃路2号', 22.5, 113.9, '0755-55550002') on conflict do nothing
        """,
        """
        insert into pool values ('is-001', 'is-001.%s', 'industrial-unit',
          '{"areaSquareMetres": %d, "floorLoadKnPerSquareMetre": 10, "clearHeightMetres": 5.0,
            "powerKva": 200, "freightLift": true, "industries": ["software", "ai"],
            "suitsStartUps": true, "monthlyRentYuanPerSquareMetre": 25}')
        """
            .formatted(unit, squareMetres),
        """
        insert into unit (site, unit, pool, features)
        values ('is-001', '%1$s', 'is-001.%1$s', '{}')
        """
            .formatted(unit));
    awaitPool("industrial-space", "is-001." + unit);
  }

  /** A class of a childcare site. */
  public void addClass(String site, String type, int from, int to, int units) {
    Statements.run(
        inventoryDatabase(),
        """
        insert into operator values ('op-tot', '托育', 'Childcare', 'childcare') on conflict do nothing
        """,
        """
        insert into site values ('%s', 'op-tot', 'childcare', '托育园', 'Nursery',
          'futian', '福田区簕杜鹃路3号', 22.5, 114.0, '0755-55550003') on conflict do nothing
        """
            .formatted(site),
        """
        insert into pool values ('%1$s', '%1$s.%2$s', 'childcare-place',
          '{"classType": "%2$s", "fromMonth": %3$d, "toMonth": %4$d, "hours": "full-day",
            "monthlyFeeYuan": 1600}')
        """
            .formatted(site, type, from, to),
        """
        insert into unit (site, unit, pool, features)
        select '%1$s', '%1$s-%2$s-' || n, '%1$s.%2$s', '{}' from generate_series(1, %3$d) n
        """
            .formatted(site, type, units));
    awaitPool("childcare", site + "." + type);
  }

  /** The board of free places follows the stock within a moment. */
  private void awaitPool(String programme, String pool) {
    requireNonNull(
        bean(Listing.class)
            .all(programme)
            .filter(places -> places.stream().anyMatch(place -> place.pool().equals(pool)))
            .repeatWhenEmpty(50, tries -> tries.delayElements(Duration.ofMillis(100)))
            .block(),
        () -> pool + " is on no board");
  }

  /** Number of rows a query counts, in one of the two databases. */
  public static long count(DatabaseClient database, String query) {
    return database.sql(query).mapValue(Long.class).one().blockOptional().orElseThrow();
  }

  /** Nothing of the services is kept: test classes keep their cities for as long as all run. */
  @Override
  public void close() {
    booking().close();
    inventory().close();
    booking = null;
    inventory = null;
  }

  private ConfigurableApplicationContext inventory() {
    return requireNonNull(inventory);
  }

  private ConfigurableApplicationContext booking() {
    return requireNonNull(booking);
  }

  private ConfigurableApplicationContext startInventory() {
    return start(InventoryService.application(), "inventory", "huiwei.redis=" + REDIS.address());
  }

  private ConfigurableApplicationContext startBooking() {
    return start(
        BookingService.application(),
        "booking",
        "huiwei.inventory=http://localhost:" + port(inventory()),
        "huiwei.sweep.pause=200ms",
        "huiwei.evidence.folder=" + evidence,
        "huiwei.evidence.erasing.pause=200ms",
        "huiwei.offer.pause=200ms",
        "huiwei.offer.patience=1s",
        "huiwei.programmes.elder-care.kept-back-beds=0",
        "huiwei.sweep.patience=1s");
  }

  private ConfigurableApplicationContext start(
      SpringApplication service, String database, String... settings) {
    var arguments = new ArrayList<>(List.of(settings));
    arguments.addAll(this.settings);
    arguments.add("server.port=0");
    arguments.add("huiwei.database=" + POSTGRES.address(database + number));
    arguments.add("huiwei.sign-in.issuer=" + SIGN_IN.issuer());
    arguments.add("spring.boot.admin.client.enabled=false");
    arguments.add("server.shutdown=immediate");
    arguments.add("spring.profiles.active=sample");
    service.addInitializers(new OwnThreads());
    return service.run(arguments.stream().map(setting -> "--" + setting).toArray(String[]::new));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("huiwei-evidence-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String port(ConfigurableApplicationContext service) {
    return String.valueOf(service.getEnvironment().getProperty("local.server.port"));
  }

  private void addStudios(int rooms) {
    List.of(
            "insert into operator values ('op-home', '安住', 'Home', 'graduate-housing')",
            """
            insert into site values ('gh-001', 'op-home', 'graduate-housing', '云栖', 'Yunqi',
              'baoan', '宝安区簕杜鹃路54号', 22.5, 113.8, '0755-55550955')
            """,
            "insert into pool values ('gh-001', 'gh-001.studio', 'room', '{\"roomType\":"
                + " \"studio\"}')",
            """
            insert into unit (site, unit, pool, features)
            select 'gh-001', 'gh-001-' || to_char(n, 'FM0000'), 'gh-001.studio', '{}'
            from generate_series(1, %d) n
            """
                .formatted(rooms),
            """
            insert into pool
            values ('gh-001', 'gh-001.one-bedroom', 'room', '{"roomType": "one-bedroom"}')
            """,
            "insert into unit (site, unit, pool, features) values ('gh-001', 'gh-001-9999',"
                + " 'gh-001.one-bedroom', '{}')")
        .forEach(statement -> Statements.run(inventoryDatabase(), statement));
  }
}
