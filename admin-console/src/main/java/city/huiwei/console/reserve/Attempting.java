package city.huiwei.console.reserve;

import city.huiwei.booking.contract.ReserveDesk;
import city.huiwei.booking.contract.ReserveDesk.Trial;
import city.huiwei.console.web.Refusals;
import city.huiwei.look.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries a reserve out. */
@Component
class Attempting {

  private final ReserveDesk desk;

  Attempting(ReserveDesk desk) {
    this.desk = desk;
  }

  /**
   * What came of it.
   *
   * @param trial absent where it could not be made, or nothing was sent
   */
  record Tried(TrialForm form, @Nullable Trial trial, List<Mistake> mistakes) {}

  Mono<Tried> attempt(TrialForm form) {
    return form.isSent()
        ? desk.attempt(form.ask())
            .map(trial -> new Tried(form, trial, List.of()))
            .onErrorResume(error ->
                Refusals.atTheirFields(error).map(mistakes -> new Tried(form, null, mistakes)))
        : Mono.just(new Tried(TrialForm.EXAMPLE, null, List.of()));
  }
}
