package city.huiwei.booking.application;

import city.huiwei.booking.Speaking;
import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.Counter;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The counter's contract over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class CounterController implements Counter {

  private final Typing typing;

  CounterController(Typing typing) {
    this.typing = typing;
  }

  @Override
  public Mono<ApplicationList> drafts(@Nullable UUID after) {
    return SignedIn.current()
        .flatMap(staff -> typing.drafts(staff, after))
        .map(DeskController::page);
  }

  @Override
  public Mono<ApplicationLine> start(String key, NewDraft draft) {
    var channel = Channel.valueOf(draft.channel().name());
    return SignedIn.current()
        .flatMap(staff -> typing.start(staff, key.strip(), draft.programme(), channel))
        .map(Voicing::line);
  }

  @Override
  public Mono<Draft> draft(UUID application) {
    return SignedIn.current()
        .zipWith(Speaking.current())
        .flatMap(asker -> typing.draft(asker.getT1(), application, asker.getT2()));
  }

  @Override
  public Mono<ApplicationLine> save(UUID application, NewAnswers answers) {
    return SignedIn.current()
        .flatMap(staff -> typing.save(staff, application, answers))
        .map(Voicing::line);
  }

  @Override
  public Mono<ApplicationLine> submit(UUID application, Submission submission) {
    return SignedIn.current()
        .flatMap(staff -> typing.submit(staff, application, submission))
        .map(Voicing::line);
  }
}
