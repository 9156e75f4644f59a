package city.huiwei.booking.residence;

import city.huiwei.booking.contract.ResidenceDesk;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's residences, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class ResidenceDeskController implements ResidenceDesk {

  private final Residing residing;

  ResidenceDeskController(Residing residing) {
    this.residing = residing;
  }

  @Override
  public Mono<ResidenceList> residences(Which which, @Nullable UUID after) {
    return SignedIn.current()
        .flatMap(staff -> residing.desk(staff, which, after))
        .map(items ->
            new ResidenceList(items, items.size() < Residing.PAGE ? null : items.getLast().id()));
  }

  @Override
  public Mono<ResidenceFile> file(UUID residence) {
    return SignedIn.current().flatMap(staff -> residing.file(staff, residence));
  }

  @Override
  public Mono<ResidenceLine> take(UUID residence, ResidenceDesk.Turn turn) {
    var step = ResidenceStep.valueOf(turn.step().name());
    var taken =
        new city.huiwei.booking.residence.Turn(
            turn.version(), step, turn.day(), turn.needsAnother(), turn.note());
    return SignedIn.current()
        .flatMap(staff -> residing.take(staff, residence, taken))
        .flatMap(residing::line);
  }
}
