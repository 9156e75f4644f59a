package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What an operator's staff do with its draws: step by step, each once. Those of other operators are
 * 404; a step that may not be taken is a 409 problem and writes nothing.
 */
public interface DrawDesk {

  /** A page of draws, the latest first. */
  @GetExchange("/api/operator/draws")
  Mono<DrawList> draws(@RequestParam(required = false) @Nullable String after);

  /** For managers: binds the office to a seed that nobody knows yet. */
  @PostExchange("/api/operator/draws")
  Mono<DrawFile> announce(@RequestBody NewDraw draw);

  @GetExchange("/api/operator/draws/{draw}")
  Mono<DrawFile> file(@PathVariable String draw);

  @PutExchange("/api/operator/draws/{draw}/steps/{step}")
  Mono<DrawFile> take(@PathVariable String draw, @PathVariable Step step, @RequestBody Turn turn);

  /** For managers: a draw in the place of one that was broken off, with the same tickets. */
  @PostExchange("/api/operator/draws/{draw}/replacement")
  Mono<DrawFile> replace(@PathVariable String draw, @RequestBody Replacement replacement);

  /**
   * @param next where the next page begins; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DrawList(List<DrawLine> items, @Nullable String next) {}

  /**
   * @param count of the frozen list; absent while it is open
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DrawLine(
      String draw,
      Kind kind,
      UUID subject,
      State state,
      @Nullable Integer count,
      Instant closes,
      Instant drawsAt,
      Instant announcedAt) {}

  /**
   * A draw with all that is known of it; a fact is absent until its step is done.
   *
   * @param round as {@code none}, {@code drand/<chain>/<round>} or {@code nist/<time>}
   * @param tickets how many there are now
   * @param next the step that comes next; absent at the end
   * @param now the time by which steps are judged
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DrawFile(
      DrawLine line,
      String rulesVersion,
      int capacity,
      List<Reserve> reserves,
      ReserveOrder reserveOrder,
      String round,
      String commitment,
      @Nullable String root,
      @Nullable String witnessDigits,
      @Nullable String officeSeed,
      @Nullable String beaconValue,
      @Nullable String key,
      @Nullable String replaces,
      long tickets,
      List<Done> done,
      @Nullable Step next,
      Instant now) {}

  record Reserve(String category, int places) {}

  /** A step that was taken, and why where it needs a reason. */
  record Done(Instant at, Step step, String reason) {}

  /**
   * What a step needs: digits for {@code WITNESS}, the beacon's record for {@code LIGHT} where it
   * is brought by hand, a reason for {@code ABORT}.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Turn(@Nullable String digits, @Nullable String record, @Nullable String reason) {

    public static final Turn NOTHING = new Turn(null, null, null);
  }

  record NewDraw(
      String draw,
      Kind kind,
      UUID subject,
      String rulesVersion,
      int capacity,
      List<Reserve> reserves,
      ReserveOrder reserveOrder,
      Instant closes,
      Instant drawsAt,
      String round) {}

  /**
   * @param draw its own id, never used before
   */
  record Replacement(String draw, Instant closes, Instant drawsAt, String round) {}

  enum Kind {
    BATCH,
    ROUND
  }

  enum State {
    OPEN,
    FROZEN,
    WITNESSED,
    REVEALED,
    LIT,
    DRAWN,
    PUBLISHED,
    ABORTED
  }

  enum Step {
    ANNOUNCE,
    FREEZE,
    WITNESS,
    REVEAL,
    LIGHT,
    DRAW,
    PUBLISH,
    ABORT
  }
}
