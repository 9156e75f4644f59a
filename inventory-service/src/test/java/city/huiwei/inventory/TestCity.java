package city.huiwei.inventory;

import city.huiwei.edge.testing.OwnThreads;
import city.huiwei.edge.testing.Statements;
import city.huiwei.ops.servers.Postgres;
import city.huiwei.ops.servers.Redis;
import city.huiwei.ops.signin.RunningSignIn;
import city.huiwei.ops.signin.SampleSignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Real servers, one of each for all tests, and inventory-service on an empty database of its own.
 */
public final class TestCity {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Postgres POSTGRES = Postgres.temporary();
  private static final Redis REDIS = Redis.temporary();
  private static final RunningSignIn SIGN_IN = SampleSignIn.start(0, Map.of());

  private TestCity() {}

  public static Redis redis() {
    return REDIS;
  }

  public static RunningSignIn signIn() {
    return SIGN_IN;
  }

  public static String address(ConfigurableApplicationContext service) {
    return "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
  }

  /** Starts the service on an empty database; {@code settings} are {@code name=value}. */
  public static ConfigurableApplicationContext start(String... settings) {
    return startOn(emptyDatabase(), settings);
  }

  public static String emptyDatabase() {
    var name = "inventory" + DATABASES.incrementAndGet();
    POSTGRES.createDatabase(name);
    return POSTGRES.address(name);
  }

  public static ConfigurableApplicationContext startOn(String database, String... settings) {
    var arguments = new ArrayList<>(List.of(settings));
    arguments.add("server.port=0");
    arguments.add("huiwei.database=" + database);
    arguments.add("huiwei.redis=redis://127.0.0.1:" + REDIS.port());
    arguments.add("huiwei.sign-in.issuer=" + SIGN_IN.issuer());
    arguments.add("spring.boot.admin.client.enabled=false");
    arguments.add("server.shutdown=immediate");
    var service = InventoryService.application();
    service.addInitializers(new OwnThreads());
    return service.run(arguments.stream().map(setting -> "--" + setting).toArray(String[]::new));
  }

  /** A site {@code gh-001} with so many studios, in the pool {@code gh-001.studio}. */
  public static void addStudios(DatabaseClient database, int count) {
    Statements.run(
        database,
        "insert into operator values ('op-home', '安住', 'Home', 'graduate-housing')",
        """
        insert into site values ('gh-001', 'op-home', 'graduate-housing', '云栖', 'Yunqi', 'baoan',
          '宝安区簕杜鹃路54号', 22.5, 113.8, '0755-55550955')
        """,
        "insert into pool values ('gh-001', 'gh-001.studio', 'room', '{\"roomType\": \"studio\"}')",
        """
        insert into unit (site, unit, pool, features)
        select 'gh-001', 'gh-001-' || to_char(n, 'FM0000'), 'gh-001.studio', '{}'
        from generate_series(1, %d) n
        """
            .formatted(count));
  }
}
