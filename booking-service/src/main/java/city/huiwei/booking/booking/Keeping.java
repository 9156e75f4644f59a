package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows people their own bookings, and lets them give one up. */
@Service
public class Keeping {

  /** Bookings on a page of one's own. */
  public static final int PAGE = 20;

  private final Bookings bookings;
  private final Changes changes;
  private final Driving driving;
  private final GraduateHousing rules;

  Keeping(Bookings bookings, Changes changes, Driving driving, Programmes programmes) {
    this.bookings = bookings;
    this.changes = changes;
    this.driving = driving;
    this.rules = programmes.graduateHousing();
  }

  /**
   * One's own bookings, the newest first; {@code PAGE} at most, those before one where it is named.
   */
  public Mono<List<Booking>> mine(SignedIn who, @Nullable UUID before) {
    return bookings.of(Account.of(who), before, PAGE).map(Intent::booking).collectList();
  }

  /** One's own booking; empty when there is none of that id. */
  public Mono<Booking> one(SignedIn who, UUID id) {
    return own(who, id).map(Intent::booking);
  }

  /** Gives a confirmed booking up and its nights back; empty when there is none of that id. */
  public Mono<Booking> cancel(SignedIn who, UUID id) {
    return own(who, id)
        .flatMap(driving::drive)
        .zipWith(bookings.today())
        .flatMap(now -> {
          var booking = now.getT1();
          if (booking.status() == BookingStatus.CANCELLED) {
            return Mono.just(booking);
          }
          if (!rules.isCancellable(booking.period().from(), now.getT2())) {
            return conflict("too-late", "CANCELLATION_TOO_LATE");
          }
          return changes
              .cancel(id, Account.of(who).toString())
              .flatMap(driving::drive)
              .switchIfEmpty(conflict("wrong-state", "WRONG_STATE"));
        })
        .map(Intent::booking);
  }

  private Mono<Intent> own(SignedIn who, UUID id) {
    return bookings.one(id).filter(booking -> booking.account().equals(Account.of(who)));
  }

  private static <T> Mono<T> conflict(String type, String code) {
    return Mono.error(
        () -> new ProblemException(HttpStatus.CONFLICT, type, List.of(Reason.of(code))));
  }
}
