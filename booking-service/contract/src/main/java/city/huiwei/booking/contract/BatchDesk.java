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
 * What an operator's staff do with batches: one drafts, another releases. Those of other operators
 * are 404; what the rules do not allow is a 422 problem with all reasons, what came too late a 409.
 */
public interface BatchDesk {

  @PostExchange("/api/operator/batches")
  Mono<Drafted> draft(@RequestBody BatchDraft draft);

  /** The operator's own rooms, of which a batch can be made; at most ten thousand kinds. */
  @GetExchange("/api/operator/batches/rooms")
  Mono<RoomList> rooms();

  /** The newest first, twenty at most. */
  @GetExchange("/api/operator/batches")
  Mono<BatchPage> batches(@RequestParam(required = false) @Nullable UUID after);

  @GetExchange("/api/operator/batches/{batch}")
  Mono<BatchFile> file(@PathVariable UUID batch);

  /** Publishes a draft of a colleague's; only a manager may. */
  @PutExchange("/api/operator/batches/{batch}/release")
  Mono<BatchFile> release(@PathVariable UUID batch);

  /** Throws a draft away. */
  @PutExchange("/api/operator/batches/{batch}/abandonment")
  Mono<BatchFile> discard(@PathVariable UUID batch);

  /** Who says that it is urgent, undecided first; a hundred at most. */
  @GetExchange("/api/operator/batches/{batch}/urgencies")
  Mono<Urgencies> urgencies(@PathVariable UUID batch);

  @PutExchange("/api/operator/batches/{batch}/urgencies/{entry}")
  Mono<Urgency> decide(
      @PathVariable UUID batch, @PathVariable UUID entry, @RequestBody Verdict verdict);

  /**
   * A draft, and the codes of its lists, which nobody can read again.
   *
   * @param lists absent where no enterprise has a list
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Drafted(BatchFile file, List<CodeList> lists) {}

  /** An enterprise's own list: whoever shows a code stands at its place. */
  record CodeList(String allotment, String name, List<String> codes) {}

  record RoomList(List<RoomLine> items) {}

  /**
   * One kind of rooms of a site.
   *
   * @param siteName in the reader's language
   */
  record RoomLine(String pool, String siteName, String district, String roomType, int units) {}

  /** A page of batches. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BatchPage(List<BatchLine> items, @Nullable UUID next) {}

  /**
   * A batch as its operator's staff see it.
   *
   * @param mine whether the reader drafted it, and so cannot release it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BatchFile(
      BatchLine batch,
      boolean mine,
      Instant draftedAt,
      @Nullable Instant releasedAt,
      Figures figures) {}

  /**
   * Who has registered.
   *
   * @param groups entries of each group that has some
   * @param undecided claims of urgency nobody has looked at
   */
  record Figures(long entries, long withdrawn, List<Group> groups, long undecided) {}

  /** Entries of a group. */
  record Group(String category, long entries) {}

  record Urgencies(List<Urgency> items) {}

  /**
   * Somebody's claim that it is urgent.
   *
   * @param granted absent while nobody has decided
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Urgency(
      UUID entry,
      String reference,
      String asked,
      Instant askedAt,
      @Nullable Boolean granted,
      @Nullable String reason,
      @Nullable Instant decidedAt) {}

  /** What a person decided of a claim, and why. */
  record Verdict(boolean granted, String reason) {}
}
