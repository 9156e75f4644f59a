package city.huiwei.ops.bench.comparator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A Redis lock a pool, held while one request is written. */
@Component
class PoolLocks implements AutoCloseable {

  /** A lock belongs to a number and is re-entrant, so every request has one of its own. */
  private static final AtomicLong OWNERS = new AtomicLong();

  /** Long enough for the whole crowd: nobody is turned away in a bench. */
  private static final Duration WAIT = Duration.ofSeconds(30);

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final RedissonClient redis;

  PoolLocks(@Value("${comparator.redis}") String address) {
    var config = new Config();
    config.useSingleServer().setAddress(address).setConnectionPoolSize(64);
    this.redis = Redisson.create(config);
  }

  /** Fails when the turn does not come in time. */
  <T> Mono<T> inTurn(int pool, Mono<T> work) {
    var lock = redis.reactive().getLock("comparator:pool:" + pool);
    var owner = OWNERS.incrementAndGet();
    var turn =
        lock.tryLock(WAIT.toMillis(), LEASE.toMillis(), TimeUnit.MILLISECONDS, owner)
            .filter(mine -> mine)
            .switchIfEmpty(Mono.error(() -> new IllegalStateException("no turn in " + WAIT)));
    return Mono.usingWhen(turn, _ -> work, _ -> lock.unlock(owner));
  }

  @Override
  public void close() {
    redis.shutdown();
  }
}
