package city.huiwei.booking.booking;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.R2dbcException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Books places for those who have a right to them, intent first; shows and cancels bookings. */
@Service
public class Reserving {

  /** Bookings on a page of one's own. */
  public static final int PAGE = 20;

  private static final String KEY = "[A-Za-z0-9_-]{1,64}";

  private final Bookings bookings;
  private final Changes changes;
  private final KnownPools pools;
  private final Driving driving;
  private final GraduateHousing rules;
  private final RandomGenerator random = new SecureRandom();

  Reserving(
      Bookings bookings,
      Changes changes,
      KnownPools pools,
      Driving driving,
      Programmes programmes) {
    this.bookings = bookings;
    this.changes = changes;
    this.pools = pools;
    this.driving = driving;
    this.rules = programmes.graduateHousing();
  }

  /**
   * One intent, one effect: the same key again gives the same answer.
   *
   * @param key the caller's own number for this intent, 1 to 64 letters, digits, hyphens,
   *     underscores
   * @return an error that is a problem when the key cannot be read or was used for something else
   */
  public Mono<Outcome> book(SignedIn who, String key, BookingRequest request) {
    if (!key.matches(KEY)) {
      return problem(HttpStatus.BAD_REQUEST, "malformed-request", "KEY_UNREADABLE");
    }
    var account = Account.of(who);
    return bookings
        .withKey(account, key)
        .flatMap(earlier -> again(earlier, request))
        .switchIfEmpty(Mono.defer(() -> anew(who, account, key, request)));
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
            return problem(HttpStatus.CONFLICT, "too-late", "CANCELLATION_TOO_LATE");
          }
          return changes
              .cancel(id, Account.of(who).toString())
              .flatMap(driving::drive)
              .switchIfEmpty(problem(HttpStatus.CONFLICT, "wrong-state", "WRONG_STATE"));
        })
        .map(Intent::booking);
  }

  private Mono<Intent> own(SignedIn who, UUID id) {
    return bookings.one(id).filter(booking -> booking.account().equals(Account.of(who)));
  }

  private Mono<Outcome> again(Intent earlier, BookingRequest request) {
    return earlier.isFor(request)
        ? driving.drive(earlier).map(Reserving::outcome)
        : problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "KEY_REUSED");
  }

  private Mono<Outcome> anew(SignedIn who, UUID account, String key, BookingRequest request) {
    var missing = missing(request);
    if (!missing.isEmpty()) {
      return Mono.just(new Outcome.Refused("invalid-request", missing));
    }
    var pool = requireNonNull(request.pool());
    return pools
        .one(pool)
        .flatMap(known -> judge(who, account, key, request, known))
        .switchIfEmpty(
            Mono.fromSupplier(() ->
                refused(
                    "unknown-place", new Reason("UNKNOWN_POOL", "pool", Map.of("pool", pool)))));
  }

  private Mono<Outcome> judge(
      SignedIn who, UUID account, String key, BookingRequest request, KnownPools.KnownPool pool) {
    if (!pool.programme().equals(rules.code())) {
      return Mono.just(refused("not-bookable", Reason.of("NOT_BOOKABLE", "pool")));
    }
    var wish = wish(request);
    return bookings
        .standing(account, rules.code())
        .flatMap(standing -> {
          var applicant =
              new Applicant(
                  who.is(SignedIn.Role.APPLICANT),
                  who.graduationYear(),
                  rules.rules().entitlementNights() - standing.spent());
          var refusals = rules.refusals(wish, applicant, standing.today());
          return refusals.isEmpty()
              ? write(account, key, wish, pool).flatMap(intent -> again(intent, request))
              : Mono.just(refused(refusals));
        })
        .onErrorResume(
            DataIntegrityViolationException.class,
            error ->
                bookings
                    .withKey(account, key)
                    .flatMap(earlier -> again(earlier, request))
                    .switchIfEmpty(Mono.defer(() -> refusedByTheTable(error))));
  }

  private Mono<Intent> write(UUID account, String key, Wish wish, KnownPools.KnownPool pool) {
    var intent =
        new Intent(
            UuidCreator.getTimeOrderedEpoch(),
            Reference.random(random),
            account,
            key,
            pool.programme(),
            pool.pool(),
            pool.site(),
            pool.operator(),
            wish,
            wish,
            BookingStatus.REQUESTED,
            null,
            List.of(),
            null);
    return changes
        .request(intent, rules.rules().entitlementNights(), account.toString())
        .switchIfEmpty(Mono.defer(() -> bookings.withKey(account, key)));
  }

  private static Outcome outcome(Intent intent) {
    return intent.status() == BookingStatus.REFUSED
        ? new Outcome.Refused(
            intent.reasons().contains("NO_PLACE_LEFT") ? "no-place-left" : "outside-window",
            intent.reasons().stream().map(Reason::of).toList())
        : new Outcome.Agreed(intent.booking());
  }

  private static Outcome refused(List<Refusal> refusals) {
    return new Outcome.Refused(
        refusals.getFirst().problem(), refusals.stream().map(Refusal::reason).toList());
  }

  private static Outcome refused(String problem, Reason reason) {
    return new Outcome.Refused(problem, List.of(reason));
  }

  /**
   * A second request of the same person was faster: the table refuses what the rules still allowed.
   */
  private static Mono<Outcome> refusedByTheTable(DataIntegrityViolationException error) {
    var cause = error.getCause() instanceof R2dbcException database ? database.getMessage() : "";
    if (String.valueOf(cause).contains("never_more_than_the_entitlement")) {
      return Mono.just(refused("entitlement-spent", Reason.of("NIGHTS_SPENT_MEANWHILE", "to")));
    }
    if (String.valueOf(cause).contains("one_stay_at_a_time")) {
      return Mono.just(refused("already-booked", Reason.of("ALREADY_BOOKED", "from")));
    }
    return Mono.error(error);
  }

  private static List<Reason> missing(BookingRequest request) {
    return Stream.of(
            request.pool() == null ? Reason.of("VALUE_MISSING", "pool") : null,
            request.from() == null ? Reason.of("VALUE_MISSING", "from") : null,
            request.to() == null ? Reason.of("VALUE_MISSING", "to") : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Wish wish(BookingRequest request) {
    return new Wish(requireNonNull(request.from()), requireNonNull(request.to()));
  }

  private static <T> Mono<T> problem(HttpStatus status, String type, String code) {
    return Mono.error(() -> new ProblemException(status, type, List.of(Reason.of(code))));
  }
}
