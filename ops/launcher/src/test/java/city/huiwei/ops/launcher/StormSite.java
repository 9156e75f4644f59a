package city.huiwei.ops.launcher;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** A site of the storm's own, so small that places are scarce and stays have to make room. */
final class StormSite {

  static final String OPERATOR = "op-storm";
  static final List<String> ROOM_TYPES = List.of("studio", "one-bedroom", "shared-flat-room");

  /** Stays begin within so many days from today. */
  static final int NIGHTS = 20;

  private static final String SITE = "gh-storm";
  private static final int[] ROOMS = {5, 15, 40};

  /** Rooms of each type that come and go with the imports. */
  private static final int MORE_ROOMS = 3;

  private static final String OPERATORS =
      """
      operator,name_zh,name_en,programme
      %s,风暴公司(示例),Storm Homes (sample),graduate-housing
      """
          .formatted(OPERATOR);

  private static final String SITES =
      """
      site,operator,programme,name_zh,name_en,district,address,latitude,longitude,telephone
      %s,%s,graduate-housing,风暴青年驿站,Storm Youth Residence,nanshan,南山区风暴路1号,22.55486,113.88434,0755-55550000
      """
          .formatted(SITE, OPERATOR);

  private final Settings settings;
  private final Caller administrator;

  StormSite(SharedCity city) {
    this.settings = city.settings();
    this.administrator = city.caller("administrator");
  }

  static String pool(String roomType) {
    return SITE + "." + roomType;
  }

  void open() {
    administrator.put(address("operators"), "text/csv", bytes(OPERATORS));
    administrator.put(address("sites"), "text/csv", bytes(SITES));
    administrator.put(address("graduate-rooms"), "text/csv", bytes(rooms(0, Map.of())));
  }

  /** A new file of all its rooms. */
  HttpRequest.Builder imported(long seed) {
    return HttpRequest.newBuilder(URI.create(address("graduate-rooms")))
        .header("Authorization", "Bearer " + administrator.token())
        .header("Content-Type", "text/csv")
        .PUT(BodyPublishers.ofString(rooms(seed, typesNow())));
  }

  /** Some rooms more, some fewer, and in one file of four a room becomes one of another type. */
  private static String rooms(long seed, Map<String, String> typesNow) {
    var random = new SplittableRandom(seed);
    var rooms = new StringBuilder("unit,site,room_type,floor,area_m2,wheelchair_accessible\n");
    var other = random.nextInt(4) == 0 ? random.nextInt(ROOMS[2]) : -1;
    for (int type = 0; type < ROOMS.length; type++) {
      for (int room = 0; room < ROOMS[type] + MORE_ROOMS; room++) {
        var unit = "%s-%d%02d".formatted(SITE, type + 1, room);
        var typeNow =
            type == 2 && room == other
                ? ROOM_TYPES.get(random.nextInt(2))
                : typesNow.getOrDefault(unit, ROOM_TYPES.get(type));
        if (room < ROOMS[type] || random.nextBoolean()) {
          rooms.append("%s,%s,%s,%d,20,no\n".formatted(unit, SITE, typeNow, type + 1));
        }
      }
    }
    return rooms.toString();
  }

  /** A room that somebody has cannot go back to its first type; so it stays as it is. */
  private Map<String, String> typesNow() {
    try (var inventory = connect("inventory");
        var question = inventory.prepareStatement("select unit, pool from unit where site = ?")) {
      question.setString(1, SITE);
      var types = new HashMap<String, String>();
      try (var rows = question.executeQuery()) {
        while (rows.next()) {
          types.put(rows.getString("unit"), rows.getString("pool").substring(SITE.length() + 1));
        }
      }
      return types;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * As an operator's tool would: with its trace, and so that every planner hears of it.
   *
   * @return false when somebody has the unit
   */
  boolean block(UUID hold, int unit, int first, int nights) {
    var pool = pool(ROOM_TYPES.get(unit % ROOM_TYPES.size()));
    try (var inventory = connect("inventory")) {
      try (var statement =
          inventory.prepareStatement(
              """
              with turn as (
                insert into lane (lane, version) values (?, 1)
                on conflict (lane) do update set version = lane.version + 1 returning *),
              made as (
                insert into hold (site, hold, pool, unit, unit_number, state, asked, period,
                  block_reason)
                select site, ?, pool, unit, number, 'FIRM', nights, nights, 'storm'
                from turn, (
                  select *, count(*) over () units, row_number() over (order by unit) - 1 place
                  from unit where pool = ?) unit,
                  daterange((now() at time zone 'Asia/Shanghai')::date + ?,
                    (now() at time zone 'Asia/Shanghai')::date + ?) nights
                where place = ? % units
                returning *)
              insert into hold_change (lane, version, site, hold, pool, unit, state, period)
              select lane, version, site, hold, pool, unit, state, period from turn, made
              """)) {
        statement.setInt(1, lane(pool));
        statement.setObject(2, hold);
        statement.setString(3, pool);
        statement.setInt(4, first);
        statement.setInt(5, first + nights);
        statement.setInt(6, unit / ROOM_TYPES.size());
        return statement.executeUpdate() == 1;
      }
    } catch (SQLException failure) {
      // The table says no: a guest has it, or the unit has just gone.
      if (List.of("23P01", "40001").contains(failure.getSQLState())) {
        return false;
      }
      throw new IllegalStateException(failure);
    }
  }

  void unblock(UUID hold) {
    try (var inventory = connect("inventory")) {
      try (var question = inventory.prepareStatement("select pool from hold where hold = ?");
          var statement =
              inventory.prepareStatement(
                  """
                  with turn as (
                    update lane set version = version + 1 where lane = ? returning *),
                  ended as (
                    update hold set state = 'RELEASED', ended_at = now() from turn
                    where hold = ? and state = 'FIRM' returning hold.*)
                  insert into hold_change (lane, version, site, hold, pool, unit, state, was)
                  select lane, version, site, hold, pool, unit, state, period from turn, ended
                  """)) {
        question.setObject(1, hold);
        var found = question.executeQuery();
        found.next();
        statement.setInt(1, lane(found.getString(1)));
        statement.setObject(2, hold);
        statement.executeUpdate();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Takes the site away with all that was booked there, so that nobody else finds it. */
  void close() {
    try (var booking = connect("booking");
        var inventory = connect("inventory");
        var bookings = booking.createStatement();
        var holds = inventory.createStatement()) {
      bookings.execute(
          """
          delete from booking_change where booking in (
            select booking from booking where site = '%1$s');
          delete from entitlement where account in (
            select account from booking where site = '%1$s');
          delete from booking where site = '%1$s'
          """
              .formatted(SITE));
      holds.execute(
          """
          delete from hold_change where site = '%1$s';
          delete from hold where site = '%1$s';
          delete from unit where site = '%1$s';
          delete from pool where site = '%1$s';
          delete from site where site = '%1$s';
          delete from operator where operator = '%2$s'
          """
              .formatted(SITE, OPERATOR));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** As inventory-service spreads pools over its lanes. */
  private static int lane(String pool) {
    return Math.floorMod(pool.hashCode(), 8);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s?user=postgres"
            .formatted(settings.postgresPort(), database));
  }

  private String address(String file) {
    return "%s/api/imports/%s?file=%s".formatted(settings.inventory(), UUID.randomUUID(), file);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
