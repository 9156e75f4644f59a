package city.huiwei.booking.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Applications that look like one party's; pairs with no side at the reader's desk are 404. */
public interface DuplicateDesk {

  /** Those that nobody has resolved, the oldest first; at most a hundred. */
  @GetExchange("/api/operator/duplicates")
  Mono<OpenDuplicates> open();

  @GetExchange("/api/operator/duplicates/{older}/{newer}")
  Mono<Comparison> compare(@PathVariable UUID older, @PathVariable UUID newer);

  /** One party's: the newer ends with a decision. Different ones: both stay. */
  @PostExchange("/api/operator/duplicates/verdicts")
  Mono<Void> resolve(@RequestBody Finding finding);

  record OpenDuplicates(List<Pair> items) {}

  /**
   * Two applications of one programme.
   *
   * @param likeness what is equal
   */
  record Pair(Side older, Side newer, Likeness likeness) {}

  /** One of the two; nothing in it names a person. */
  record Side(
      UUID application,
      String reference,
      String operator,
      ApplicationState state,
      Instant createdAt) {}

  /** What is equal. */
  enum Likeness {
    /** The identity number or the credit code. */
    PARTY,
    /** The telephone number: often a family's, so it says little by itself. */
    HOUSEHOLD
  }

  /** What a person found. */
  enum Verdict {
    SAME,
    DIFFERENT
  }

  /** The two side by side. */
  record Comparison(Pair pair, List<Row> rows) {}

  /**
   * One question's answers, in words, and masked where they name a person.
   *
   * @param equal whether what is behind the masks is equal
   */
  record Row(String question, List<String> older, List<String> newer, boolean equal) {}

  /**
   * What a person found.
   *
   * @param note why they think so
   */
  record Finding(UUID older, UUID newer, Verdict verdict, String note) {}
}
