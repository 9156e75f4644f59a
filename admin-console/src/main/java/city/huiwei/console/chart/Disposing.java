package city.huiwei.console.chart;

import city.huiwei.inventory.contract.UnitChart;
import city.huiwei.inventory.contract.UnitChart.Arranged;
import city.huiwei.inventory.contract.UnitChart.Pin;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what staff want of stays and units; empty: there is no such thing at their sites. */
@Component
class Disposing {

  private final UnitChart units;
  private final Charting charting;
  private final Clock clock;

  Disposing(UnitChart units, Charting charting, Clock clock) {
    this.units = units;
    this.charting = charting;
    this.clock = clock;
  }

  /** Moves it, and pins it where that is wanted. */
  Mono<Arranged> move(UUID stay, Wish wish) {
    return units
        .move(stay, wish.unit())
        .flatMap(moved -> wish.wantsPin() ? units.pin(stay, new Pin(true)) : Mono.just(moved));
  }

  Mono<Arranged> exchange(UUID stay, Wish wish) {
    return units.exchange(stay, wish.exchange());
  }

  /** Whoever has the key stays pinned. */
  Mono<Arranged> pin(UUID stay, boolean pinned) {
    return pinned
        ? units.pin(stay, new Pin(true))
        : charting
            .isHere(stay)
            .flatMap(here -> here ? Mono.empty() : units.pin(stay, new Pin(false)));
  }

  Mono<Arranged> block(String unit, Wish wish) {
    var id = wish.block();
    return units.block(
        id == null ? UuidCreator.getTimeOrderedEpoch() : id,
        wish.block(unit, LocalDate.now(clock)));
  }

  Mono<Arranged> unblock(UUID block) {
    return units.unblock(block);
  }
}
