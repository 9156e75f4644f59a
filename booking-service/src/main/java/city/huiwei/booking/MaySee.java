package city.huiwei.booking;

import city.huiwei.edge.SignedIn;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Who may see an application and what belongs to it: whose it is, and the staff it is with. Whoever
 * keeps applications says so by a bean; as long as nobody does, nobody sees any.
 */
@FunctionalInterface
public interface MaySee {

  /** False, too, where there is no such application. */
  Mono<Boolean> maySee(SignedIn who, UUID application);

  /** Whether they may also bring evidence for it now. */
  default Mono<Boolean> mayAdd(SignedIn who, UUID application) {
    return maySee(who, application);
  }
}
