package city.huiwei.edge.testing;

import io.r2dbc.spi.R2dbcException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.util.retry.Retry;

/** SQL that a test runs itself, one statement after the other. */
public final class Statements {

  private Statements() {}

  /** A deadlock with what the service does by itself is tried again. */
  public static void run(DatabaseClient database, String... statements) {
    for (var statement : statements) {
      database
          .sql(statement)
          .then()
          .retryWhen(
              Retry.max(20)
                  .filter(Statements::isDeadlock)
                  .onRetryExhaustedThrow((_, last) -> last.failure()))
          .block();
    }
  }

  private static boolean isDeadlock(Throwable error) {
    return error.getCause() instanceof R2dbcException database
        && "40P01".equals(database.getSqlState());
  }
}
