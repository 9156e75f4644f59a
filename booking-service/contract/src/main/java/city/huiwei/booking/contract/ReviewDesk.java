package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What an operator's staff do with applications at their desk. Those of other operators are 404;
 * what the rules do not allow is a 422 problem with all reasons, what came too late a 409.
 */
public interface ReviewDesk {

  /**
   * The desk's applications in one state, the oldest first.
   *
   * @param days only those that were sent so many days ago or earlier
   */
  @GetExchange("/api/operator/applications")
  Mono<ApplicationList> applications(
      @RequestParam(defaultValue = "SUBMITTED") ApplicationState state,
      @RequestParam(required = false) @Nullable String programme,
      @RequestParam(defaultValue = "0") int days,
      @RequestParam(required = false) @Nullable UUID after);

  @GetExchange("/api/operator/applications/{application}")
  Mono<CaseFile> file(@PathVariable UUID application);

  /** Opens what names persons, once it is written down who reads it and why. */
  @PutExchange("/api/operator/applications/{application}/reading")
  Mono<OpenAnswers> read(@PathVariable UUID application, @RequestBody Why why);

  /** Queues it, hands it to a second person, or says no to it. */
  @PutExchange("/api/operator/applications/{application}/review")
  Mono<ApplicationLine> review(@PathVariable UUID application, @RequestBody Review review);

  /**
   * @param reason why somebody wants to read what names persons; the applicant can see it
   */
  record Why(String reason) {}

  /** What was answered, by the code of the question. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpenAnswers(UUID id, String reference, Map<String, List<String>> answers) {}

  /**
   * What a person decided.
   *
   * @param version of the application they looked at
   * @param findings what they found, by the programme's questions
   * @param reasons why not, as codes; none when it has a right to a place
   */
  record Review(int version, Map<String, List<String>> findings, List<String> reasons) {

    public Review {
      findings = findings == null ? Map.of() : findings;
      reasons = reasons == null ? List.of() : reasons;
    }
  }
}
