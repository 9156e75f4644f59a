package city.huiwei.booking.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * Applications that staff type in for who came on paper or by telephone, under the same rules and
 * ranks. Drafts of other operators, and of people with an account, are 404.
 */
public interface Counter {

  /** The drafts that wait for the rest, the oldest first. */
  @GetExchange("/api/operator/drafts")
  Mono<ApplicationList> drafts(@RequestParam(required = false) @Nullable UUID after);

  /** Begins a draft; asked twice under one key it is one draft. */
  @PostExchange("/api/operator/drafts")
  Mono<ApplicationLine> start(
      @RequestHeader("Idempotency-Key") String key, @RequestBody NewDraft draft);

  @GetExchange("/api/operator/drafts/{application}")
  Mono<Draft> draft(@PathVariable UUID application);

  /** Saves some answers, right or wrong; the others stay as they are. */
  @PutExchange("/api/operator/drafts/{application}/answers")
  Mono<ApplicationLine> save(@PathVariable UUID application, @RequestBody NewAnswers answers);

  /** Sends it to the desk of the operator of what fits. */
  @PutExchange("/api/operator/drafts/{application}/submission")
  Mono<ApplicationLine> submit(@PathVariable UUID application, @RequestBody Submission submission);

  /**
   * @param channel how it came in: on paper or by telephone
   */
  record NewDraft(String programme, Channel channel) {}

  /**
   * A draft with the questions that these answers raise, in the order they are asked.
   *
   * @param pages with what was typed so far
   */
  record Draft(ApplicationLine application, List<Page> pages) {}

  /**
   * Questions that are asked together.
   *
   * @param mistakes all that is wrong with the answers so far
   */
  record Page(
      String code, String title, List<WordedQuestion> questions, List<WordedReason> mistakes) {}

  record NewAnswers(int version, Map<String, List<String>> answers) {}

  /**
   * @param toAPerson sends it although the rules say no, for a person to look
   */
  record Submission(int version, boolean toAPerson) {}
}
