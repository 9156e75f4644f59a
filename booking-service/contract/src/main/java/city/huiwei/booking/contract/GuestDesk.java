package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Whose the stays on an operator's chart are, and who comes and goes today. */
public interface GuestDesk {

  /** Holds that may be asked for together. */
  int MOST_HOLDS = 1_000;

  /** Lines of one kind in a day's list; more are only counted. */
  int MOST_LINES = 100;

  /**
   * Whose these holds are; of those at other operators' sites nothing is said. It changes nothing.
   *
   * @param holds at most {@link #MOST_HOLDS}
   */
  @PostExchange("/api/operator/guests")
  Mono<List<Guest>> guests(@RequestBody List<UUID> holds);

  /** Who comes, goes, or should have come, by booking. */
  @GetExchange("/api/operator/today")
  Mono<Today> today();

  /**
   * Who has a stay, as far as staff need to know.
   *
   * @param reference of the booking or the application
   * @param name masked; absent where nobody was asked for it
   * @param application absent where the place was booked at once
   * @param residence absent until the offer was accepted, and for bookings
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Guest(
      UUID hold,
      String reference,
      @Nullable String name,
      State state,
      @Nullable UUID application,
      @Nullable UUID residence) {}

  /** Where somebody is in a stay. */
  enum State {
    OFFERED,
    EXPECTED,
    HERE,
    AWAY,
    GONE
  }

  /**
   * A day at an operator's sites.
   *
   * @param arrivals confirmed for today, and not here yet
   * @param departures here, and to leave today or earlier
   * @param missing should have come before today, and have not
   */
  record Today(LocalDate day, Lines arrivals, Lines departures, Lines missing) {}

  /**
   * @param all how many there are; {@code first} has {@link #MOST_LINES} of them at most
   */
  record Lines(int all, List<Booking> first) {}
}
