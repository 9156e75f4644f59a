package city.huiwei.booking.appeal;

import city.huiwei.booking.Speaking;
import city.huiwei.booking.contract.AppealDesk;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's appeals and requests, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class AppealDeskController implements AppealDesk {

  private final Resolving resolving;

  AppealDeskController(Resolving resolving) {
    this.resolving = resolving;
  }

  @Override
  public Mono<OpenAppeals> open() {
    return SignedIn.current().flatMap(resolving::open).map(OpenAppeals::new);
  }

  @Override
  public Mono<Figures> figures() {
    return SignedIn.current().flatMap(resolving::figures);
  }

  @Override
  public Mono<AppealFile> file(UUID appeal) {
    return SignedIn.current()
        .zipWith(Speaking.current())
        .flatMap(asker -> resolving.file(asker.getT1(), appeal, asker.getT2()));
  }

  @Override
  public Mono<AppealLine> take(UUID appeal) {
    return SignedIn.current().flatMap(staff -> resolving.take(staff, appeal));
  }

  @Override
  public Mono<AppealLine> answer(UUID appeal, Resolution resolution) {
    return SignedIn.current().flatMap(staff -> resolving.answer(staff, appeal, resolution));
  }
}
