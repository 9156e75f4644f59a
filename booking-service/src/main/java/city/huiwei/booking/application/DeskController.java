package city.huiwei.booking.application;

import city.huiwei.booking.Speaking;
import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.ReviewDesk;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The review desk's contract over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class DeskController implements ReviewDesk {

  private final Reviewing reviewing;
  private final Showing showing;

  DeskController(Reviewing reviewing, Showing showing) {
    this.reviewing = reviewing;
    this.showing = showing;
  }

  @Override
  public Mono<ApplicationList> applications(
      city.huiwei.booking.contract.ApplicationState state,
      @Nullable String programme,
      int days,
      @Nullable UUID after) {
    var sought =
        new Reviewing.Sought(ApplicationState.valueOf(state.name()), programme, days, after);
    return SignedIn.current()
        .flatMap(staff -> reviewing.desk(staff, sought))
        .map(DeskController::page);
  }

  static ApplicationList page(List<Application> items) {
    return new ApplicationList(
        items.stream().map(Voicing::line).toList(),
        items.size() < Reviewing.PAGE ? null : items.getLast().id());
  }

  @Override
  public Mono<CaseFile> file(UUID application) {
    return SignedIn.current()
        .zipWith(Speaking.current())
        .flatMap(asker -> showing.file(asker.getT1(), application, asker.getT2()));
  }

  @Override
  public Mono<OpenAnswers> read(UUID application, Why why) {
    return SignedIn.current().flatMap(staff -> reviewing.read(staff, application, why.reason()));
  }

  @Override
  public Mono<ApplicationLine> review(UUID application, Review review) {
    return SignedIn.current()
        .flatMap(staff -> reviewing.review(staff, application, review))
        .map(Voicing::line);
  }
}
