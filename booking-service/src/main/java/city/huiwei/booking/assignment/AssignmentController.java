package city.huiwei.booking.assignment;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The rooms somebody got in batches: why, and their answer. */
@RestController
class AssignmentController {

  private final Confirming confirming;
  private final Justifying justifying;

  AssignmentController(Confirming confirming, Justifying justifying) {
    this.confirming = confirming;
    this.justifying = justifying;
  }

  /** One's own, the newest first; fifty at most. */
  record AssignmentList(List<AssignmentAnswer> items) {}

  @GetMapping("/api/assignments")
  Mono<AssignmentList> mine(@Parameter(hidden = true) SignedIn who) {
    return confirming.mine(who).map(AssignmentAnswer::of).collectList().map(AssignmentList::new);
  }

  @GetMapping("/api/assignments/{assignment}")
  Mono<AssignmentAnswer> one(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID assignment) {
    return confirming.one(who, assignment).map(AssignmentAnswer::of);
  }

  /** Books it: the room is theirs, and the nights are spent. */
  @PutMapping("/api/assignments/{assignment}/confirmation")
  Mono<AssignmentAnswer> confirm(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID assignment) {
    return confirming.confirm(who, assignment).map(AssignmentAnswer::of);
  }

  /** Gives it up for the next in rank. */
  @PutMapping("/api/assignments/{assignment}/refusal")
  Mono<AssignmentAnswer> decline(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID assignment) {
    return confirming.decline(who, assignment).map(AssignmentAnswer::of);
  }

  /** What a batch came to for oneself, wish by wish. */
  @GetMapping("/api/batches/{batch}/decision")
  Mono<DecisionAnswer> decision(@Parameter(hidden = true) SignedIn who, @PathVariable UUID batch) {
    return justifying.decision(who, batch);
  }
}
