package city.huiwei.booking.booking;

import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Place;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * What a booking has to know of its pool, asked once and remembered for a while: programme, site
 * and operator hardly ever change, and what is free is never asked here.
 */
@Component
class KnownPools {

  /** The lasting facts of a pool. */
  record KnownPool(String pool, String programme, String site, String operator) {}

  private final Inventory inventory;
  private final Cache<String, Mono<KnownPool>> known =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  KnownPools(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Empty when there is no such pool. */
  Mono<KnownPool> one(String pool) {
    return known.get(pool, this::ask);
  }

  /** Many ask in the same moment and share one answer; what came to nothing is asked again. */
  private Mono<KnownPool> ask(String pool) {
    return inventory
        .place(pool, null, null)
        .map(KnownPools::known)
        .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty())
        .switchIfEmpty(Mono.fromRunnable(() -> known.invalidate(pool)))
        .doOnError(_ -> known.invalidate(pool))
        .cache();
  }

  private static KnownPool known(Place place) {
    return new KnownPool(place.pool(), place.programme(), place.site(), place.operator());
  }
}
