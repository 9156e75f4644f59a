package city.huiwei.booking.place;

import city.huiwei.edge.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Places and what is free in them, open to everyone. */
@RestController
class PlaceController {

  private final Finding finding;

  PlaceController(Finding finding) {
    this.finding = finding;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlaceList(List<PlaceAnswer> items, @Nullable String next) {}

  @GetMapping("/api/places")
  Mono<PlaceList> places(
      @RequestParam String programme,
      @RequestParam(required = false) @Nullable String district,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "false") boolean free,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit,
      Locale locale) {
    return finding
        .places(new Finding.Search(programme, district, from, to, free, after, limit))
        .map(page ->
            new PlaceList(
                page.items().stream().map(place -> PlaceAnswer.of(place, locale)).toList(),
                page.next()));
  }

  @GetMapping("/api/places/{pool}")
  Mono<PlaceAnswer> place(
      @PathVariable String pool,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Locale locale) {
    return finding
        .place(pool, from, to)
        .map(place -> PlaceAnswer.of(place, locale))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }
}
