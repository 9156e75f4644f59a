package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What staff do with rounds of childcare places. Rounds of other operators are 404; a manager
 * announces, matches and publishes; a step out of order is a 409 problem.
 */
public interface RoundDesk {

  /** Announces a round and the draw of its numbers; asked twice under one key it is one round. */
  @PostExchange("/api/operator/rounds")
  Mono<RoundLine> announce(
      @RequestHeader("Idempotency-Key") String key, @RequestBody NewRound round);

  /** The operator's, the latest deadline first; at most fifty. */
  @GetExchange("/api/operator/rounds")
  Mono<RoundList> rounds();

  @GetExchange("/api/operator/rounds/{round}")
  Mono<RoundFile> file(@PathVariable UUID round);

  /** Matches the whole round (1), or fills up what it left (2). Only staff see it then. */
  @PutExchange("/api/operator/rounds/{round}/runs/{run}")
  Mono<RunLine> match(@PathVariable UUID round, @PathVariable int run);

  /** Everybody sees the run from now on, and its places are offered. */
  @PutExchange("/api/operator/rounds/{round}/runs/{run}/publication")
  Mono<RoundLine> publish(@PathVariable UUID round, @PathVariable int run);

  /**
   * The dates of a round.
   *
   * @param startsOn the day on which the places begin; ages count on it
   * @param opensAt from when families rank, until {@code closesAt}
   * @param drawsAt when the public draw of their numbers is; before it, the list is frozen and the
   *     office's seed is shown
   * @param answersUntil until when offers are answered, {@code fillAnswersUntil} those of the
   *     filling-up
   */
  record NewRound(
      LocalDate startsOn,
      Instant opensAt,
      Instant closesAt,
      Instant drawsAt,
      Instant answersUntil,
      Instant fillAnswersUntil) {}

  record RoundList(List<RoundLine> items) {}

  /** Where a round stands. */
  enum Phase {
    ANNOUNCED,
    OPEN,
    MATCHING,
    ANSWERING,
    FILLING,
    FILLED,
    ENDED
  }

  /**
   * A round.
   *
   * @param nextRun the run that can be made now; absent when none can
   * @param nextPublication the run that is made and can be published; absent when there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundLine(
      UUID id,
      String reference,
      Phase phase,
      LocalDate startsOn,
      Instant opensAt,
      Instant closesAt,
      Instant answersUntil,
      Instant fillAnswersUntil,
      @Nullable Integer nextRun,
      @Nullable Integer nextPublication) {}

  /**
   * A round with all that is known of it.
   *
   * @param draw the id of the draw of its families' numbers; absent before it is announced
   * @param drawState how far that is
   * @param runs the latest first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundFile(
      RoundLine round,
      long families,
      long children,
      @Nullable String draw,
      @Nullable String drawState,
      List<RunLine> runs,
      List<ClassLine> classes) {}

  /**
   * What the engine made.
   *
   * @param blocking groups that would rather have changed places; none but where brothers and
   *     sisters make it unavoidable
   * @param offers by state of the offer, in words of the API
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunLine(
      int run,
      int children,
      int placed,
      int blocking,
      int passes,
      int millis,
      String marketHash,
      @Nullable Instant publishedAt,
      List<OfferCount> offers) {}

  record OfferCount(String state, long count) {}

  /**
   * A class on a day.
   *
   * @param limit what allows no more places
   * @param seated children who sit in it then
   * @param version of what was declared; 0 while nothing is
   */
  record ClassLine(
      String pool,
      String site,
      String classType,
      int fromMonth,
      int toMonth,
      int units,
      int places,
      String limit,
      int seated,
      int version) {}
}
