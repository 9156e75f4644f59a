package city.huiwei.booking.application;

import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an operator's staff do with applications at their desk. */
@RestController
@RequestMapping("/api/operator/applications")
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class DeskController {

  private final Reviewing reviewing;

  DeskController(Reviewing reviewing) {
    this.reviewing = reviewing;
  }

  /** A page of applications, the oldest first; nothing in it names a person. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeskList(List<ApplicationAnswer> items, @Nullable UUID next) {}

  /**
   * @param reason why somebody wants to read what names persons; the applicant can see it
   */
  record Reading(String reason) {}

  @GetMapping
  Mono<DeskList> desk(
      @Parameter(hidden = true) SignedIn staff,
      @RequestParam(defaultValue = "SUBMITTED") ApplicationState state,
      @RequestParam(required = false) @Nullable UUID after) {
    return reviewing
        .desk(staff, state, after)
        .map(items ->
            new DeskList(
                items.stream().map(ApplicationAnswer::of).toList(),
                items.size() < Reviewing.PAGE ? null : items.getLast().id()));
  }

  @PutMapping("/{application}/reading")
  Mono<ApplicationAnswer> read(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID application,
      @RequestBody Reading reading) {
    return reviewing.read(staff, application, reading.reason());
  }

  @PutMapping("/{application}/review")
  Mono<ApplicationAnswer> review(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID application,
      @RequestBody Reviewing.Review review) {
    return reviewing.review(staff, application, review).map(ApplicationAnswer::of);
  }
}
