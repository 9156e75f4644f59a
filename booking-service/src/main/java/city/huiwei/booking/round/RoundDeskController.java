package city.huiwei.booking.round;

import city.huiwei.booking.contract.RoundDesk;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's rounds, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class RoundDeskController implements RoundDesk {

  private final Scheduling scheduling;
  private final Matchmaking matchmaking;
  private final Stewarding stewarding;

  RoundDeskController(Scheduling scheduling, Matchmaking matchmaking, Stewarding stewarding) {
    this.scheduling = scheduling;
    this.matchmaking = matchmaking;
    this.stewarding = stewarding;
  }

  @Override
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<RoundLine> announce(String key, NewRound round) {
    return SignedIn.current()
        .flatMap(staff -> scheduling.announce(staff, key.strip(), round))
        .map(Stewarding::line);
  }

  @Override
  public Mono<RoundList> rounds() {
    return SignedIn.current().flatMap(stewarding::rounds).map(RoundList::new);
  }

  @Override
  public Mono<RoundFile> file(UUID round) {
    return SignedIn.current().flatMap(staff -> stewarding.file(staff, round));
  }

  @Override
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<RunLine> match(UUID round, int run) {
    return SignedIn.current()
        .flatMap(staff -> matchmaking.make(staff, round, run))
        .flatMap(stewarding::line);
  }

  @Override
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<RoundLine> publish(UUID round, int run) {
    return SignedIn.current()
        .flatMap(staff -> matchmaking.publish(staff, round, run))
        .map(Stewarding::line);
  }
}
