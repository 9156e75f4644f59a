package city.huiwei.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * Refuses to start on a database that may forget what it answered: {@code fsync} and {@code
 * synchronous_commit} must be on.
 */
public final class DurableDatabase implements InitializingBean {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> LASTING = List.of("on", "remote_apply");

  private final DatabaseClient database;

  DurableDatabase(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public void afterPropertiesSet() {
    Flux.just("fsync", "synchronous_commit").concatMap(this::check).blockLast(PATIENCE);
  }

  private Flux<String> check(String setting) {
    return database
        .sql("show " + setting)
        .mapValue(String.class)
        .all()
        .doOnNext(value -> {
          if (!LASTING.contains(value)) {
            throw new IllegalStateException(
                "PostgreSQL has %s=%s and may lose what was answered; set it to on"
                    .formatted(setting, value));
          }
        });
  }
}
