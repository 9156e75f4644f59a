package city.huiwei.inventory.hold;

import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.stock.Following;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** Several instances of the planner that share nothing but the servers. */
final class Planners implements AutoCloseable {

  private final ConfigurableApplicationContext service;
  private final int lanes;
  private final List<Runnable> opened = new ArrayList<>();
  private int threads = 4;
  private int batch = 128;

  /**
   * @param service whose servers they use; it sweeps the same lanes
   */
  Planners(ConfigurableApplicationContext service) {
    this.service = service;
    this.lanes = service.getBean(HoldSettings.class).lanes();
  }

  /** How planners take turns. */
  interface Locks {
    HoldLocks make(String redis, HoldSettings settings);
  }

  static HoldLocks honestLock(String redis, HoldSettings settings) {
    return new HoldLocks(redis, settings);
  }

  static HoldLocks noLock(String redis, HoldSettings settings) {
    return new HoldLocks(redis, settings(settings.lanes(), settings.batch(), false));
  }

  /** Says "your turn" to everybody at once. */
  static HoldLocks lyingLock(String redis, HoldSettings settings) {
    return new HoldLocks(redis, settings) {
      @Override
      <T> Mono<T> inTurn(int lane, Mono<T> work) {
        return work;
      }
    };
  }

  Planners onOneThread() {
    threads = 1;
    return this;
  }

  /** So small that a crowd fills the next one while one is being written. */
  Planners inSmallBatches() {
    batch = 3;
    return this;
  }

  List<Holding> many(int count, Locks locks) {
    var connections = connections(count);
    return IntStream.range(0, count).mapToObj(_ -> one(locks, connections, lanes)).toList();
  }

  /** Planners of one pool that take it for different lanes: no version row brings them in order. */
  List<Holding> whoDisagree(int count) {
    var connections = connections(count);
    return IntStream.range(0, count)
        .mapToObj(n -> one(Planners::noLock, connections, lanes + n))
        .toList();
  }

  /** One that never hears what others wrote. */
  Holding deaf() {
    var client = DatabaseClient.create(connections(1));
    return one(Planners::noLock, client, deafPools(client), lanes);
  }

  private static PlannedPools deafPools(DatabaseClient client) {
    return new PlannedPools(client) {
      @Override
      Mono<List<HoldChange.Made>> since(int lane, long version, long upTo) {
        return Mono.just(List.of());
      }
    };
  }

  /** Staff whose planner never hears what others wrote. */
  Operating deafStaff() {
    var client = DatabaseClient.create(connections(1));
    var holds = new Holds(client);
    return new Operating(
        new StaffedHolds(client, holds),
        lanes(Planners::noLock, holds, deafPools(client), settings(lanes, batch, false)));
  }

  private Holding one(Locks locks, ConnectionPool connections, int lanes) {
    var client = DatabaseClient.create(connections);
    return one(locks, client, new PlannedPools(client), lanes);
  }

  private Holding one(Locks locks, DatabaseClient client, PlannedPools pools, int lanes) {
    var holds = new Holds(client);
    return new Holding(holds, pools, lanes(locks, holds, pools, settings(lanes, batch, true)));
  }

  private HoldLanes lanes(Locks locks, Holds holds, PlannedPools pools, HoldSettings settings) {
    var turns = locks.make("redis://127.0.0.1:" + TestCity.redis().port(), settings);
    opened.add(turns::close);
    var following = service.getBean(Following.class);
    var refreshing = new Refreshing(pools);
    var changing = new Changing(holds, refreshing, following, settings);
    var arranging = new Arranging(holds, refreshing, following, settings);
    var planning = new Planning(holds, refreshing, changing, arranging, turns, following, settings);
    return new HoldLanes(settings, planning);
  }

  private static HoldSettings settings(int lanes, int batch, boolean lock) {
    return new HoldSettings(
        lanes,
        batch,
        2000,
        8,
        500_000,
        lock,
        Duration.ofMillis(200),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5));
  }

  private ConnectionPool connections(int count) {
    var loop = LoopResources.create("planners", threads, true);
    var address = URI.create("pg://" + service.getEnvironment().getProperty("huiwei.database"));
    var pool =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(
                    new PostgresqlConnectionFactory(
                        PostgresqlConnectionConfiguration.builder()
                            .host(address.getHost())
                            .port(address.getPort())
                            .database(address.getPath().substring(1))
                            .username("postgres")
                            .loopResources(loop)
                            .build()))
                .maxSize(count)
                .build());
    opened.add(pool::dispose);
    opened.add(loop::dispose);
    return pool;
  }

  @Override
  public void close() {
    opened.forEach(Runnable::run);
  }
}
