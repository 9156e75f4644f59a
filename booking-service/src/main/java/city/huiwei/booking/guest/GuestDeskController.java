package city.huiwei.booking.guest;

import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's guests, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class GuestDeskController implements GuestDesk {

  private final Recognizing recognizing;

  GuestDeskController(Recognizing recognizing) {
    this.recognizing = recognizing;
  }

  @Override
  public Mono<List<Guest>> guests(List<UUID> holds) {
    return holds.size() > MOST_HOLDS
        ? Mono.error(GuestDeskController::tooMany)
        : SignedIn.current().flatMap(staff -> recognizing.guests(staff, holds));
  }

  @Override
  public Mono<Today> today() {
    return SignedIn.current().flatMap(recognizing::today);
  }

  private static ProblemException tooMany() {
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        List.of(new Reason("TOO_MANY_HOLDS", null, Map.of("most", MOST_HOLDS))));
  }
}
