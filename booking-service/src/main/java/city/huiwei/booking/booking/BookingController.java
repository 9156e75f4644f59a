package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A citizen's own bookings. */
@RestController
@RequestMapping("/api/bookings")
class BookingController {

  private final Reserving reserving;
  private final Keeping keeping;

  BookingController(Reserving reserving, Keeping keeping) {
    this.reserving = reserving;
    this.keeping = keeping;
  }

  /** A page of bookings, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BookingList(List<Booking> items, @Nullable UUID next) {}

  @PostMapping
  Mono<ResponseEntity<Booking>> book(
      @Parameter(hidden = true) SignedIn who,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody BookingRequest request) {
    if (key == null || key.isBlank()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.PRECONDITION_REQUIRED,
              "idempotency-key-missing",
              List.of(Reason.of("KEY_MISSING", "Idempotency-Key"))));
    }
    return reserving.book(who, key.strip(), request).map(BookingController::answer);
  }

  @GetMapping
  Mono<BookingList> mine(
      @Parameter(hidden = true) SignedIn who,
      @RequestParam(required = false) @Nullable UUID after) {
    return keeping
        .mine(who, after)
        .map(items ->
            new BookingList(items, items.size() < Keeping.PAGE ? null : items.getLast().id()));
  }

  @GetMapping("/{booking}")
  Mono<Booking> one(@Parameter(hidden = true) SignedIn who, @PathVariable UUID booking) {
    return keeping.one(who, booking).switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  @PutMapping("/{booking}/cancellation")
  Mono<Booking> cancel(@Parameter(hidden = true) SignedIn who, @PathVariable UUID booking) {
    return keeping.cancel(who, booking).switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private static ResponseEntity<Booking> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Agreed agreed ->
          ResponseEntity.status(HttpStatus.CREATED)
              .header("Location", "/api/bookings/" + agreed.booking().id())
              .body(agreed.booking());
      case Outcome.Refused refused ->
          throw new ProblemException(status(refused), refused.problem(), refused.reasons());
    };
  }

  private static HttpStatus status(Outcome.Refused refused) {
    return switch (refused.problem()) {
      case "no-place-left", "already-booked" -> HttpStatus.CONFLICT;
      default -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
