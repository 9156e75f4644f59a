package city.huiwei.ops.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/**
 * Compares the two databases with each other, with what people were told and with what searches
 * say, by questions of its own: it trusts no constraint. It wants a city in which nothing happens
 * meanwhile.
 *
 * @param booking JDBC address of booking-service's database
 * @param inventory JDBC address of inventory-service's database
 */
record Auditor(String booking, String inventory) {

  /** More of one kind say no more. */
  private static final int MOST_OF_A_KIND = 10;

  /** Rows that are sent together. */
  private static final int BATCH = 1_000;

  /** A question whose every row is a difference, told in words. */
  record Check(String promise, String question) {}

  /** What is not as it was promised. */
  record Difference(String promise, String words) {}

  /** Free units by pool for [from, to), as a search says it. */
  interface Search {
    Map<String, Integer> free(LocalDate from, LocalDate to);
  }

  static Auditor of(Settings settings) {
    var server = "jdbc:postgresql://localhost:" + settings.postgresPort();
    return new Auditor(server + "/booking?user=postgres", server + "/inventory?user=postgres");
  }

  /** Bookings that still wait for an answer or for the end of their hold. */
  int waiting() {
    try (var bookings = DriverManager.getConnection(booking)) {
      return ask(bookings, BookingChecks.NOTHING_WAITS.question()).size();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Every difference; none when all promises are kept. */
  List<Difference> differences(Collection<Told> told, Collection<String> refusedKeys) {
    try (var bookings = DriverManager.getConnection(booking);
        var holds = DriverManager.getConnection(inventory)) {
      var differences = new ArrayList<>(check(bookings, BookingChecks.ALL));
      try (var statement = holds.createStatement()) {
        statement.execute(HoldChecks.BESIDE);
      }
      copy(bookings, HoldChecks.BOOKINGS_OUT, holds, HoldChecks.BOOKINGS_IN);
      copy(bookings, HoldChecks.OFFERS_OUT, holds, HoldChecks.OFFERS_IN);
      write(holds, told, refusedKeys);
      differences.addAll(check(holds, HoldChecks.ALL));
      return differences;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where a search for [from, to) says another number than units less the fullest night. */
  List<Difference> differences(Search search, LocalDate from, LocalDate to) {
    var said = new TreeMap<>(search.free(from, to));
    var counted = new TreeMap<>(free(from, to));
    var pools = new TreeMap<>(said);
    pools.putAll(counted);
    return pools.keySet().stream()
        .filter(pool -> !counted.getOrDefault(pool, 0).equals(said.get(pool)))
        .map(pool ->
            new Difference(
                "a search says what is free",
                "%s has %s free from %s to %s, a search says %s"
                    .formatted(pool, counted.get(pool), from, to, said.get(pool))))
        .toList();
  }

  private Map<String, Integer> free(LocalDate from, LocalDate to) {
    try (var holds = DriverManager.getConnection(inventory);
        var question = holds.prepareStatement(HoldChecks.FREE)) {
      question.setObject(1, from);
      question.setObject(2, to);
      var free = new TreeMap<String, Integer>();
      try (var rows = question.executeQuery()) {
        while (rows.next()) {
          free.put(rows.getString("pool"), rows.getInt("free"));
        }
      }
      return free;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<Difference> check(Connection database, List<Check> checks)
      throws SQLException {
    var differences = new ArrayList<Difference>();
    for (var check : checks) {
      ask(database, check.question())
          .forEach(words -> differences.add(new Difference(check.promise(), words)));
    }
    return differences;
  }

  private static List<String> ask(Connection database, String question) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.setMaxRows(MOST_OF_A_KIND);
      try (var rows = statement.executeQuery(question)) {
        var answers = new ArrayList<String>();
        while (rows.next()) {
          answers.add(rows.getString(1));
        }
        return answers;
      }
    }
  }

  /** What is in booking's tables goes beside the holds, so that one question can see both. */
  private static void copy(Connection bookings, String from, Connection holds, String to)
      throws SQLException, IOException {
    var file = Files.createTempFile("seen", ".copy");
    try {
      try (var out = Files.newOutputStream(file)) {
        bookings.unwrap(PGConnection.class).getCopyAPI().copyOut(from, out);
      }
      try (var in = Files.newInputStream(file)) {
        holds.unwrap(PGConnection.class).getCopyAPI().copyIn(to, in);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Connection holds, Collection<Told> told, Collection<String> refusedKeys)
      throws SQLException {
    try (var row = holds.prepareStatement(HoldChecks.TELL)) {
      int rows = 0;
      for (var one : told) {
        var now = one.now();
        row.setObject(1, now.booking());
        row.setString(2, now.reference());
        row.setString(3, one.key());
        row.setString(4, now.pool());
        row.setObject(5, now.from());
        row.setObject(6, one.to());
        row.setString(7, now.status());
        row.setObject(8, now.to());
        row.setString(9, now.unit());
        row.setArray(10, holds.createArrayOf("text", one.tried().toArray()));
        row.addBatch();
        if (++rows % BATCH == 0) {
          row.executeBatch();
        }
      }
      row.executeBatch();
    }
    try (var row = holds.prepareStatement("insert into refused_key values (?)")) {
      int rows = 0;
      for (var key : refusedKeys) {
        row.setString(1, key);
        row.addBatch();
        if (++rows % BATCH == 0) {
          row.executeBatch();
        }
      }
      row.executeBatch();
    }
    try (var statement = holds.createStatement()) {
      statement.execute(
          "analyze booking_seen; analyze offer_seen; analyze told; analyze refused_key");
    }
  }
}
