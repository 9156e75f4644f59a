package city.huiwei.booking.batch;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own entries for batches. */
@RestController
@RequestMapping("/api/batches/{batch}/entries")
class EntryController {

  private final Entering entering;
  private final Revising revising;
  private final Attesting attesting;

  EntryController(Entering entering, Revising revising, Attesting attesting) {
    this.entering = entering;
    this.revising = revising;
    this.attesting = attesting;
  }

  /** Another list, the dearest first. */
  record Wishes(List<EntryRequest.AskedWish> wishes) {

    Wishes {
      wishes = wishes == null ? List.of() : wishes;
    }
  }

  @PostMapping
  Mono<ResponseEntity<EntryAnswer>> enter(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID batch,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody EntryRequest request) {
    if (key == null || key.isBlank()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.PRECONDITION_REQUIRED,
              "idempotency-key-missing",
              List.of(Reason.of("KEY_MISSING", "Idempotency-Key"))));
    }
    return entering
        .enter(who, batch, key.strip(), request)
        .flatMap(attesting::receipt)
        .map(receipt -> ResponseEntity.status(HttpStatus.CREATED).body(receipt));
  }

  @GetMapping("/mine")
  Mono<EntryAnswer> mine(@Parameter(hidden = true) SignedIn who, @PathVariable UUID batch) {
    return revising
        .mine(who, batch)
        .flatMap(attesting::receipt)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  @PutMapping("/{entry}/wishes")
  Mono<EntryAnswer> replace(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID batch,
      @PathVariable UUID entry,
      @RequestBody Wishes wishes) {
    return revising.replace(who, batch, entry, wishes.wishes()).flatMap(attesting::receipt);
  }

  @PutMapping("/{entry}/withdrawal")
  Mono<EntryAnswer> withdraw(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID batch, @PathVariable UUID entry) {
    return revising.withdraw(who, batch, entry).flatMap(attesting::receipt);
  }
}
