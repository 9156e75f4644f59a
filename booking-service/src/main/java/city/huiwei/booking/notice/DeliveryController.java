package city.huiwei.booking.notice;

import static java.util.Objects.requireNonNull;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How messages get out: staff see whom none reached, the administrator how the channels do. */
@RestController
class DeliveryController {

  private static final int PAGE = 50;

  /** Of what was given up, so much is tried again at a time. */
  private static final int MOST = 1_000;

  private final Deliveries deliveries;

  DeliveryController(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** A page of those to be called or written to, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnreachedList(List<Deliveries.Unreached> items, @Nullable UUID next) {}

  /** Every channel, whether this city has it or not. */
  record ChannelList(List<Deliveries.Figures> items) {}

  /**
   * @param messages that are tried again
   */
  record Revival(long messages) {}

  @GetMapping("/api/operator/notices/unreached")
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
  Mono<UnreachedList> unreached(
      @Parameter(hidden = true) SignedIn staff,
      @RequestParam(required = false) @Nullable UUID after) {
    return deliveries
        .unreached(requireNonNull(staff.operator()), after, PAGE)
        .collectList()
        .map(items ->
            new UnreachedList(items, items.size() < PAGE ? null : items.getLast().notice()));
  }

  @GetMapping("/api/channels")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  Mono<ChannelList> channels() {
    return Flux.fromArray(Channel.values())
        .concatMap(deliveries::figures)
        .collectList()
        .map(ChannelList::new);
  }

  @PutMapping("/api/channels/{channel}/revival")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  Mono<Revival> revive(@PathVariable Channel channel) {
    return deliveries.revive(channel, MOST).map(Revival::new);
  }
}
