package city.huiwei.booking.round;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
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

/** Rounds, open to everyone, and one's own entries in them. */
@RestController
@RequestMapping("/api/rounds")
class RoundController {

  private final Inspecting inspecting;
  private final Enrolling enrolling;

  RoundController(Inspecting inspecting, Enrolling enrolling) {
    this.inspecting = inspecting;
    this.enrolling = enrolling;
  }

  /** A page, the latest deadline first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundList(List<RoundAnswer> items, @Nullable UUID next) {}

  record EntryList(List<EntryAnswer> items) {}

  /**
   * What a family asks.
   *
   * @param children their applications, at most as many as the rules say
   * @param choices the best first; each names a class for every child in their order, or null
   */
  record NewEntry(
      @Nullable List<UUID> children, @Nullable List<@Nullable List<@Nullable String>> choices) {

    WishList wishes() {
      return WishList.of(children, choices);
    }
  }

  /**
   * What stands in its place.
   *
   * @param version of the entry that was read
   */
  record Replacement(
      int version,
      @Nullable List<UUID> children,
      @Nullable List<@Nullable List<@Nullable String>> choices) {

    WishList wishes() {
      return WishList.of(children, choices);
    }
  }

  @GetMapping
  Mono<RoundList> rounds(@RequestParam(required = false) @Nullable UUID after) {
    return inspecting
        .page(after)
        .map(items ->
            new RoundList(
                items.stream().map(RoundAnswer::of).toList(),
                items.size() < Inspecting.PAGE ? null : items.getLast().id()));
  }

  @GetMapping("/{round}")
  Mono<RoundAnswer> round(@PathVariable UUID round, Locale locale) {
    return inspecting.one(round).map(seen -> RoundAnswer.of(seen, locale));
  }

  @PostMapping("/{round}/entries")
  Mono<ResponseEntity<EntryAnswer>> enter(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID round,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewEntry entry) {
    if (key == null || key.isBlank()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.PRECONDITION_REQUIRED,
              "idempotency-key-missing",
              List.of(Reason.of("KEY_MISSING", "Idempotency-Key"))));
    }
    return enrolling
        .enter(who, round, key.strip(), entry.wishes())
        .map(entered ->
            ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/rounds/" + round + "/entries/" + entered.id())
                .body(EntryAnswer.of(entered)));
  }

  @GetMapping("/{round}/entries")
  Mono<EntryList> mine(@Parameter(hidden = true) SignedIn who, @PathVariable UUID round) {
    return enrolling
        .mine(who, round)
        .map(items -> new EntryList(items.stream().map(EntryAnswer::of).toList()));
  }

  @GetMapping("/{round}/entries/{entry}")
  Mono<EntryAnswer> one(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID round, @PathVariable UUID entry) {
    return inspecting.own(who, round, entry).map(EntryAnswer::of);
  }

  @PutMapping("/{round}/entries/{entry}")
  Mono<EntryAnswer> replace(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID round,
      @PathVariable UUID entry,
      @RequestBody Replacement instead) {
    return enrolling
        .replace(who, round, entry, instead.version(), instead.wishes())
        .map(EntryAnswer::of);
  }

  @PutMapping("/{round}/entries/{entry}/withdrawal")
  Mono<EntryAnswer> withdraw(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID round, @PathVariable UUID entry) {
    return enrolling.withdraw(who, round, entry).map(EntryAnswer::of);
  }
}
