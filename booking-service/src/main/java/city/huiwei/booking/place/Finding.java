package city.huiwei.booking.place;

import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Finds places for citizens: checks what they ask for, then asks inventory. */
@Service
public class Finding {

  /** Nobody plans further; a search over more nights only costs. */
  private static final int MOST_NIGHTS = 366;

  private final Closing closing;
  private final Programmes programmes;
  private final Clock clock;

  Finding(Closing closing, Programmes programmes, Clock clock) {
    this.closing = closing;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** What somebody looks for; one night from today where no dates are given. */
  public record Search(
      String programme,
      @Nullable String district,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean free,
      @Nullable String after,
      int limit) {}

  /** A page of places, or an error that is a problem with all that is wrong in the search. */
  public Mono<Places> places(Search search) {
    return Mono.defer(() -> refuse(mistakes(search)))
        .then(
            Mono.defer(() ->
                closing.places(
                    search.programme(),
                    search.district(),
                    search.from(),
                    search.to(),
                    search.free(),
                    search.after(),
                    search.limit())));
  }

  /** Empty when there is no such pool. */
  public Mono<Place> place(String pool, @Nullable LocalDate from, @Nullable LocalDate to) {
    var mistakes = new ArrayList<Reason>();
    addDateMistakes(mistakes, from, to);
    return refuse(mistakes)
        .then(Mono.defer(() -> closing.place(pool, from, to)))
        .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty());
  }

  private List<Reason> mistakes(Search search) {
    var mistakes = new ArrayList<Reason>();
    if (programmes.named(search.programme()).isEmpty()) {
      mistakes.add(
          new Reason("UNKNOWN_PROGRAMME", "programme", Map.of("programme", search.programme())));
    }
    addDateMistakes(mistakes, search.from(), search.to());
    return mistakes;
  }

  private void addDateMistakes(
      List<Reason> mistakes, @Nullable LocalDate from, @Nullable LocalDate to) {
    var today = LocalDate.now(clock);
    if (from != null && from.isBefore(today)) {
      mistakes.add(new Reason("PERIOD_IN_THE_PAST", "from", Map.of("today", today)));
    }
    if (to != null && !to.isAfter(from == null ? today : from)) {
      mistakes.add(Reason.of("PERIOD_REVERSED", "to"));
    }
    if (to != null && to.isAfter((from == null ? today : from).plusDays(MOST_NIGHTS))) {
      mistakes.add(new Reason("PERIOD_TOO_LONG", "to", Map.of("most", MOST_NIGHTS)));
    }
  }

  private static Mono<Void> refuse(List<Reason> mistakes) {
    return mistakes.isEmpty()
        ? Mono.empty()
        : Mono.error(
            new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", mistakes));
  }
}
