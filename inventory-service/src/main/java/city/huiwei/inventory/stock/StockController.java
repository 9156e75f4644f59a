package city.huiwei.inventory.stock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How much stock there is, for everyone who is signed in: these figures name nobody. */
@RestController
class StockController {

  private final Figures figures;

  StockController(Figures figures) {
    this.figures = figures;
  }

  @GetMapping("/api/stock")
  Mono<StockFigures> stock() {
    return figures.now();
  }
}
