package city.huiwei.inventory.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RLockReactive;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lanes of several instances take turns through a Redis lock. It only keeps the crowd orderly:
 * where Redis is slow, silent or wrong, work goes on without it and the table decides.
 */
@Component
class HoldLocks implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HoldLocks.class);

  /** A Redisson lock belongs to a number and is re-entrant, so every turn has one of its own. */
  private static final AtomicLong OWNERS = new AtomicLong();

  private static final Duration MARGIN = Duration.ofMillis(80);

  private final RedissonClient redis;
  private final HoldSettings settings;
  private final InstantSource clock = InstantSource.system();
  private volatile Instant silentUntil = Instant.MIN;

  HoldLocks(@Value("${huiwei.redis}") String address, HoldSettings settings) {
    this.redis = Redisson.create(connection(address, settings));
    this.settings = settings;
  }

  /** Nobody asks Redis at start: a service starts, and answers, while Redis is away. */
  private static Config connection(String address, HoldSettings settings) {
    var config = new Config().setLazyInitialization(true).setThreads(2).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress(address)
        .setTimeout((int) settings.lockWait().toMillis())
        .setConnectTimeout((int) settings.lockWait().toMillis())
        .setRetryAttempts(0)
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(settings.lanes())
        .setSubscriptionConnectionMinimumIdleSize(1);
    return config;
  }

  /** Does the work in the lane's turn, or without a turn when none is to be had. */
  <T> Mono<T> inTurn(int lane, Mono<T> work) {
    if (!settings.lock() || clock.instant().isBefore(silentUntil)) {
      return work;
    }
    var lock = redis.reactive().getLock("huiwei:hold:lane:" + lane);
    var owner = OWNERS.incrementAndGet();
    return Mono.usingWhen(
        turn(lock, owner), _ -> work, mine -> mine ? giveBack(lock, owner) : Mono.empty());
  }

  private Mono<Boolean> turn(RLockReactive lock, long owner) {
    return lock.tryLock(
            settings.lockWait().toMillis(),
            settings.lockLease().toMillis(),
            TimeUnit.MILLISECONDS,
            owner)
        .timeout(settings.lockWait().plus(MARGIN))
        .onErrorResume(this::goOnWithout);
  }

  /** A failing unlock must not turn a committed answer into an error: the lease ends by itself. */
  private Mono<Void> giveBack(RLockReactive lock, long owner) {
    return lock.unlock(owner)
        .timeout(settings.lockWait().plus(MARGIN))
        .onErrorResume(error -> goOnWithout(error).then());
  }

  @Override
  public void close() {
    redis.shutdown(0, 2, TimeUnit.SECONDS);
  }

  private Mono<Boolean> goOnWithout(Throwable error) {
    silentUntil = clock.instant().plus(settings.lockPause());
    log.warn("going on without Redis for {}: {}", settings.lockPause(), error.toString());
    return Mono.just(false);
  }
}
