package city.huiwei.booking.draw;

import city.huiwei.booking.contract.DrawDesk;
import city.huiwei.edge.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's draws, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class DrawDeskController implements DrawDesk {

  private final Conducting conducting;

  DrawDeskController(Conducting conducting) {
    this.conducting = conducting;
  }

  @Override
  public Mono<DrawList> draws(@Nullable String after) {
    return SignedIn.current()
        .flatMap(staff -> conducting.desk(staff, after))
        .map(items ->
            new DrawList(items, items.size() < Conducting.PAGE ? null : items.getLast().draw()));
  }

  @Override
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<DrawFile> announce(NewDraw draw) {
    return SignedIn.current().flatMap(staff -> conducting.announce(staff, draw));
  }

  @Override
  public Mono<DrawFile> file(String draw) {
    return SignedIn.current().flatMap(staff -> conducting.file(staff, draw));
  }

  @Override
  public Mono<DrawFile> take(String draw, Step step, Turn turn) {
    return SignedIn.current().flatMap(staff -> conducting.take(staff, draw, step, turn));
  }

  @Override
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<DrawFile> replace(String draw, Replacement replacement) {
    return SignedIn.current().flatMap(staff -> conducting.replace(staff, draw, replacement));
  }
}
