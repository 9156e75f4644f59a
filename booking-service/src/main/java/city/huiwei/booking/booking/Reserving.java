package city.huiwei.booking.booking;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.place.ClosedPeriods;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Books places for those who have a right to them, intent first. Nothing is read for whoever may
 * book: the table itself says no to the others, and only they are looked at with care.
 */
@Service
public class Reserving {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** How often the table may say no where a look at it finds no reason. */
  private static final int TRIES = 3;

  private final Bookings bookings;
  private final Requesting requesting;
  private final KnownPools pools;
  private final ClosedPeriods closed;
  private final Driving driving;
  private final GraduateHousing rules;
  private final Duration patience;
  private final Semaphore looks;
  private final RandomGenerator random = new SecureRandom();

  Reserving(
      Bookings bookings,
      Requesting requesting,
      KnownPools pools,
      ClosedPeriods closed,
      Driving driving,
      Programmes programmes,
      BookingSettings settings) {
    this.bookings = bookings;
    this.requesting = requesting;
    this.pools = pools;
    this.closed = closed;
    this.driving = driving;
    this.rules = programmes.graduateHousing();
    this.patience = settings.patience();
    this.looks = new Semaphore(settings.queue());
  }

  /** Who asks for what, under which number of their own. */
  private record Asked(SignedIn who, UUID account, String key, BookingRequest request) {

    Wish wish() {
      return new Wish(requireNonNull(request.from()), requireNonNull(request.to()));
    }
  }

  /**
   * One intent, one effect: the same key again gives the same answer. Whoever asks may go away:
   * what was begun goes on to its end.
   *
   * @param key the caller's own number for this intent, 1 to 64 letters, digits, hyphens,
   *     underscores
   * @return an error that is a problem when the key cannot be read or was used for something else,
   *     or when too many wait
   */
  public Mono<Outcome> book(SignedIn who, String key, BookingRequest request) {
    if (!KEY.matcher(key).matches()) {
      return problem(HttpStatus.BAD_REQUEST, "malformed-request", "KEY_UNREADABLE");
    }
    var asked = new Asked(who, Account.of(who), key, request);
    var outcome = atOnce(asked).switchIfEmpty(Mono.defer(() -> lookInTurn(asked)));
    return Mono.fromFuture(outcome::toFuture, true)
        .timeout(patience, Mono.error(() -> ProblemException.busy(Duration.ofSeconds(1))));
  }

  /** Empty when there is something that has to be looked at with care. */
  private Mono<Outcome> atOnce(Asked asked) {
    var today = requesting.today();
    return today == null || !missing(asked.request()).isEmpty()
        ? Mono.empty()
        : pools
            .one(requireNonNull(asked.request().pool()))
            .filter(pool -> isBookable(pool) && isAllowed(asked, today))
            .flatMap(pool -> write(asked, pool, today));
  }

  /** Whether it is allowed to somebody who has booked nothing yet; the table knows who has. */
  private boolean isAllowed(Asked asked, LocalDate today) {
    var newcomer = applicant(asked.who(), rules.rules().entitlementNights(), List.of());
    return rules.refusals(asked.wish(), newcomer, today).isEmpty();
  }

  /** Looking costs several questions to the database, so that only so many may wait for it. */
  private Mono<Outcome> lookInTurn(Asked asked) {
    return looks.tryAcquire()
        ? withCare(asked, TRIES).doFinally(_ -> looks.release())
        : Mono.error(() -> ProblemException.busy(Duration.ofSeconds(1)));
  }

  private Mono<Outcome> withCare(Asked asked, int tries) {
    return bookings
        .withKey(asked.account(), asked.key())
        .flatMap(earlier -> again(earlier, asked.request()))
        .switchIfEmpty(Mono.defer(() -> anew(asked, tries)));
  }

  private Mono<Outcome> again(Intent earlier, BookingRequest request) {
    return earlier.isFor(request)
        ? driving.drive(earlier).map(Reserving::outcome)
        : problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "KEY_REUSED");
  }

  private Mono<Outcome> anew(Asked asked, int tries) {
    var missing = missing(asked.request());
    if (!missing.isEmpty()) {
      return Mono.just(new Outcome.Refused("invalid-request", missing));
    }
    var pool = requireNonNull(asked.request().pool());
    return pools
        .one(pool)
        .flatMap(known -> judge(asked, known, tries))
        .switchIfEmpty(
            Mono.fromSupplier(() ->
                refused(
                    "unknown-place", new Reason("UNKNOWN_POOL", "pool", Map.of("pool", pool)))));
  }

  private Mono<Outcome> judge(Asked asked, KnownPools.KnownPool pool, int tries) {
    if (!isBookable(pool)) {
      return Mono.just(refused("not-bookable", Reason.of("NOT_BOOKABLE", "pool")));
    }
    return bookings
        .standing(asked.account(), rules.code(), rules.rules().entitlementNights())
        .doOnNext(standing -> requesting.heard(standing.today()))
        .flatMap(standing -> {
          var applicant = applicant(asked.who(), standing.nightsLeft(), standing.stays());
          var refusals = rules.refusals(asked.wish(), applicant, standing.today());
          return refusals.isEmpty()
              ? writeUnlessClosed(asked, pool, standing.today(), tries)
              : unlessItIsTheirOwn(asked, standing, refused(refusals));
        });
  }

  /** What a batch has, or was given back while others wait, is not booked at once. */
  private Mono<Outcome> writeUnlessClosed(
      Asked asked, KnownPools.KnownPool pool, LocalDate today, int tries) {
    return closed
        .isClosed(pool.pool(), asked.wish())
        .flatMap(isClosed ->
            isClosed
                ? Mono.just(refused("no-place-left", Reason.of("CLOSED_FOR_NOW", "pool")))
                : write(asked, pool, today)
                    .switchIfEmpty(Mono.defer(() -> onceMore(asked, tries))));
  }

  /** A stay that is in the way may be the very one that is asked for, written a moment ago. */
  private Mono<Outcome> unlessItIsTheirOwn(
      Asked asked, Bookings.Standing standing, Outcome refused) {
    return standing.stays().isEmpty()
        ? Mono.just(refused)
        : bookings
            .withKey(asked.account(), asked.key())
            .flatMap(earlier -> again(earlier, asked.request()))
            .defaultIfEmpty(refused);
  }

  /** Something changed between the look and the writing. */
  private Mono<Outcome> onceMore(Asked asked, int tries) {
    return tries > 1
        ? withCare(asked, tries - 1)
        : Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
  }

  /** Empty when the table says no. */
  private Mono<Outcome> write(Asked asked, KnownPools.KnownPool pool, LocalDate today) {
    var intent = intent(asked, pool);
    return requesting
        .request(intent, today)
        .filter(isWritten -> isWritten)
        .flatMap(_ -> driving.drive(intent))
        .map(Reserving::outcome);
  }

  private Intent intent(Asked asked, KnownPools.KnownPool pool) {
    return new Intent(
        UuidCreator.getTimeOrderedEpoch(),
        Reference.random(random),
        asked.account(),
        asked.key(),
        pool.programme(),
        pool.pool(),
        pool.site(),
        pool.operator(),
        asked.wish(),
        asked.wish(),
        BookingStatus.REQUESTED,
        null,
        List.of(),
        null);
  }

  private boolean isBookable(KnownPools.KnownPool pool) {
    return pool.programme().equals(rules.code());
  }

  private static Applicant applicant(SignedIn who, int nightsLeft, List<Wish> stays) {
    return new Applicant(who.is(SignedIn.Role.APPLICANT), who.graduationYear(), nightsLeft, stays);
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

  private static List<Reason> missing(BookingRequest request) {
    return Stream.of(
            request.pool() == null ? Reason.of("VALUE_MISSING", "pool") : null,
            request.from() == null ? Reason.of("VALUE_MISSING", "from") : null,
            request.to() == null ? Reason.of("VALUE_MISSING", "to") : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private static <T> Mono<T> problem(HttpStatus status, String type, String code) {
    return Mono.error(() -> new ProblemException(status, type, List.of(Reason.of(code))));
  }
}
