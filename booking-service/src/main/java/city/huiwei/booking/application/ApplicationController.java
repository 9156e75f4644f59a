package city.huiwei.booking.application;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
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

/** One's own applications, and those that staff write for others. */
@RestController
@RequestMapping("/api/applications")
class ApplicationController {

  private final Applying applying;
  private final Submitting submitting;

  ApplicationController(Applying applying, Submitting submitting) {
    this.applying = applying;
    this.submitting = submitting;
  }

  /**
   * @param channel how it came in, {@code ONLINE} when absent; the others are for staff
   * @param answers by the code of the question; what is missing can be answered later
   */
  record NewApplication(
      String programme, @Nullable Channel channel, @Nullable Map<String, List<String>> answers) {}

  /** Some answers of a draft; the others stay as they are. */
  record NewAnswers(int version, Map<String, List<String>> answers) {}

  /**
   * @param toAPerson sends it although the rules say no, for a person to look
   */
  record Submission(int version, boolean toAPerson) {}

  /** A page of applications, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ApplicationList(List<ApplicationAnswer> items, @Nullable UUID next) {}

  @PostMapping
  Mono<ResponseEntity<ApplicationAnswer>> start(
      @Parameter(hidden = true) SignedIn who,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewApplication request) {
    if (key == null || key.isBlank()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.PRECONDITION_REQUIRED,
              "idempotency-key-missing",
              List.of(Reason.of("KEY_MISSING", "Idempotency-Key"))));
    }
    var channel = request.channel() == null ? Channel.ONLINE : request.channel();
    var answers = request.answers() == null ? Map.<String, List<String>>of() : request.answers();
    return applying
        .start(who, key.strip(), request.programme(), channel, answers)
        .map(draft ->
            ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/applications/" + draft.id())
                .body(ApplicationAnswer.of(draft)));
  }

  @GetMapping
  Mono<ApplicationList> mine(
      @Parameter(hidden = true) SignedIn who,
      @RequestParam(required = false) @Nullable UUID after) {
    return applying
        .mine(who, after)
        .map(items ->
            new ApplicationList(
                items.stream().map(ApplicationAnswer::of).toList(),
                items.size() < Applying.PAGE ? null : items.getLast().id()));
  }

  @PutMapping("/{application}/answers")
  Mono<ApplicationAnswer> save(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID application,
      @RequestBody NewAnswers request) {
    return applying
        .save(who, application, request.version(), request.answers())
        .map(ApplicationAnswer::of);
  }

  @PutMapping("/{application}/submission")
  Mono<ApplicationAnswer> submit(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID application,
      @RequestBody Submission request) {
    return submitting
        .submit(who, application, request.version(), request.toAPerson())
        .map(ApplicationAnswer::of);
  }

  @PutMapping("/{application}/contact")
  Mono<ApplicationAnswer> wake(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID application) {
    return applying.wake(who, application).map(ApplicationAnswer::of);
  }
}
