package city.huiwei.inventory.occupancy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Tells staff that something changed, and not what: they ask for what they may see. */
@RestController
class ChangeController {

  /**
   * Keeps the line open through proxies and clients that wait ten seconds for a word, and finds out
   * when nobody listens any more.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(4);

  private final Watching watching;

  ChangeController(Watching watching) {
    this.watching = watching;
  }

  @GetMapping(path = "/api/occupancy/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER', 'MONITOR')")
  Flux<ServerSentEvent<Long>> changes(@RequestParam(required = false) @Nullable String site) {
    var changed =
        watching
            .changes(site)
            .map(change -> ServerSentEvent.builder(change).event("changed").build());
    var alive =
        Flux.interval(HEARTBEAT).map(_ -> ServerSentEvent.<Long>builder().comment("alive").build());
    return Flux.merge(changed, alive);
  }
}
