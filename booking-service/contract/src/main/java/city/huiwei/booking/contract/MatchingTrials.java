package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a matching would give, before a rule is signed; nothing of it is kept. */
public interface MatchingTrials {

  /**
   * Matches a market of at most 4 MB: {@code {"places":[{"id","capacity","reserves":[{"category",
   * "places"}]}],"families":[{"id","number","category","children":[{"id","priority":{place:n},
   * "seat"}],"choices":[[place or null]]}]}}; reserves, priority and seat may be absent.
   */
  @PostExchange(
      url = "/api/operator/matching/trials",
      contentType = MediaType.APPLICATION_JSON_VALUE)
  Mono<Outcome> match(@RequestBody Flux<DataBuffer> market);

  /**
   * What came out; children in the order of the market.
   *
   * @param rounds how often those without a place asked in turn, and how often what was blocked was
   *     tried again
   * @param millis what the matching took, without reading and writing
   */
  record Outcome(
      List<Placement> placed,
      List<String> unplaced,
      List<Coalition> blockingCoalitions,
      List<CutOff> cutOffs,
      int rounds,
      long millis) {}

  record Placement(String child, String place) {}

  /** A family that would rather have these places, one a child, and they would rather have it. */
  record Coalition(String family, List<@Nullable String> places) {}

  /**
   * The last key of a category that gets into a full place. A place and category without a cut-off
   * takes everybody who may have it; without priority and number it takes nobody.
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CutOff(
      String place, String category, @Nullable Integer priority, @Nullable String number) {}
}
