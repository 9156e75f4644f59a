package city.huiwei.booking.draft;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.form.Question;
import city.huiwei.edge.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Opens a draft for the pages on which it is written, and saves it page by page. */
@Service
class Writing {

  private final Applying applying;
  private final Dossiers dossiers;
  private final Clock clock;

  Writing(Applying applying, Dossiers dossiers, Clock clock) {
    this.applying = applying;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /** A draft, or what has become of it; a problem when there is none that somebody may act for. */
  Mono<Draft> open(SignedIn who, UUID id) {
    return applying.own(who, id).map(this::draft);
  }

  /** Saves what was typed for some questions, right or wrong. */
  Mono<Draft> save(SignedIn who, UUID id, Posted posted, List<Question> questions) {
    return applying.save(who, id, posted.version(), posted.answers(questions)).map(this::draft);
  }

  private Draft draft(Application application) {
    return new Draft(
        application,
        applying.programme(application),
        dossiers.open(application).answers(),
        LocalDate.now(clock));
  }
}
