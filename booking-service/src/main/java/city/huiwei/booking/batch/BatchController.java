package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchDesk.BatchPage;
import city.huiwei.booking.contract.BatchLine;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is released, open to everyone. */
@RestController
@RequestMapping("/api/batches")
class BatchController {

  private final Displaying displaying;

  BatchController(Displaying displaying) {
    this.displaying = displaying;
  }

  @GetMapping
  Mono<BatchPage> all(@RequestParam(required = false) @Nullable UUID after, Locale locale) {
    return displaying
        .lines(after, locale)
        .map(lines ->
            new BatchPage(lines, lines.size() < Displaying.PAGE ? null : lines.getLast().id()));
  }

  @GetMapping("/{batch}")
  Mono<BatchLine> one(@PathVariable UUID batch, Locale locale) {
    return displaying.line(batch, locale);
  }
}
