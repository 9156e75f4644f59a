package city.huiwei.booking.place;

import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lists all places of a programme, page by page. */
@Service
public class Listing {

  private static final int PAGE = 200;
  private static final int PAGES = 50;

  private final Closing closing;

  Listing(Closing closing) {
    this.closing = closing;
  }

  /** Every place with what is free in it tonight. */
  public Mono<List<Place>> all(String programme) {
    return all(programme, null, null, false);
  }

  /** The places with a unit that is free on every night of the period. */
  public Mono<List<Place>> free(String programme, LocalDate from, LocalDate to) {
    return all(programme, from, to, true);
  }

  private Mono<List<Place>> all(
      String programme, @Nullable LocalDate from, @Nullable LocalDate to, boolean free) {
    return closing
        .places(programme, null, from, to, free, null, PAGE)
        .expand(places -> next(programme, from, to, free, places))
        .take(PAGES)
        .concatMapIterable(Places::items)
        .collectList();
  }

  private Mono<Places> next(
      String programme,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean free,
      Places before) {
    return before.next() == null
        ? Mono.empty()
        : closing.places(programme, null, from, to, free, before.next(), PAGE);
  }
}
