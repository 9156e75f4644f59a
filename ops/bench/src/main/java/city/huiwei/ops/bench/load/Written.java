package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Rows that a load writes, counted before and after: what was answered was written, and what was
 * written was answered or in flight at the end.
 */
final class Written {

  private static final Duration A_MOMENT = Duration.ofMillis(300);

  private final Database database;
  private final String question;
  private long before;

  /**
   * Counts rows of a table.
   *
   * @param what the condition for a row that counts
   */
  Written(Database database, String table, String what) {
    this.database = database;
    this.question = "select count(*) from %s where %s".formatted(table, what);
  }

  void look() {
    before = settled();
  }

  /** Nothing when so many answers fit the rows, with at most {@code inFlight} unheard. */
  List<String> faults(String name, long answered, long inFlight) {
    var written = settled() - before;
    return written >= answered && written <= answered + inFlight
        ? List.of()
        : List.of(
            "%s: %d answered, %d written, %d in flight at most"
                .formatted(name, answered, written, inFlight));
  }

  /** The city is quiet by now; this only makes sure. */
  private long settled() {
    var last = database.number(question);
    while (true) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
      var now = database.number(question);
      if (now == last) {
        return now;
      }
      last = now;
    }
  }
}
