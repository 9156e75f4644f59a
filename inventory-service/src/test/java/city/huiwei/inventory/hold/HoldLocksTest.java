package city.huiwei.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.TestCity;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.config.Config;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lock keeps the crowd orderly while Redis is well, and out of nobody's way when it is not. */
class HoldLocksTest {

  private static final HoldSettings SETTINGS =
      new HoldSettings(
          4,
          16,
          100,
          3,
          1000,
          true,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  private final HoldLocks locks = new HoldLocks(TestCity.redis().address(), SETTINGS);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void close() {
    locks.close();
  }

  @Test
  void oneIsInsideAtATimeThoughAllShareTheirThreads() {
    tenAtOnce(work -> locks.inTurn(1, work));
    assertThat(most).hasValue(1);
  }

  /** The control: with one owner for all, a re-entrant lock lets everybody in. */
  @Test
  void withOneOwnerForAllManyAreInside() {
    var config = new Config();
    config.useSingleServer().setAddress(TestCity.redis().address());
    var redis = Redisson.create(config);
    var lock = redis.reactive().getLock("huiwei:test:one-owner");
    tenAtOnce(work ->
        Mono.usingWhen(lock.tryLock(5, 5, TimeUnit.SECONDS, 1), _ -> work, _ -> lock.unlock(1)));
    redis.shutdown();
    assertThat(most.get()).isGreaterThan(1);
  }

  @Test
  void withRedisFrozenTheWorkIsDoneSoonAndThenWithoutAsking() {
    var impatient =
        new HoldSettings(
            4,
            16,
            100,
            3,
            1000,
            true,
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofHours(1));
    try (var frozen = new HoldLocks(TestCity.redis().address(), impatient)) {
      TestCity.redis().freeze();
      assertThat(frozen.inTurn(1, Mono.just("done")).block(Duration.ofSeconds(20)))
          .isEqualTo("done");
      assertThat(frozen.inTurn(1, Mono.just("done")).block(Duration.ofSeconds(20)))
          .isEqualTo("done");
    } finally {
      TestCity.redis().thaw();
    }
  }

  @Test
  void anErrorInsideGivesTheTurnBack() {
    assertThat(
            locks
                .inTurn(2, Mono.error(new IllegalStateException("inside")))
                .onErrorReturn("failed")
                .then(locks.inTurn(2, Mono.just("next")))
                .block(Duration.ofSeconds(20)))
        .isEqualTo("next");
  }

  private void tenAtOnce(Function<Mono<Long>, Mono<Long>> turn) {
    var work =
        Mono.fromRunnable(() -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
            .then(Mono.delay(Duration.ofMillis(30)))
            .doOnNext(_ -> inside.decrementAndGet());
    Flux.range(0, 10).flatMap(_ -> turn.apply(work), 10).blockLast(Duration.ofSeconds(30));
  }
}
