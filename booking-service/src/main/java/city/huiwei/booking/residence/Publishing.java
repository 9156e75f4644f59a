package city.huiwei.booking.residence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Results that are public for a time: anyone may look at them, and whoever signs in may object. */
@Service
class Publishing {

  static final int PAGE = 50;

  /** Only firms are asked for it, so only firms are named. */
  private static final String FIRM = "firm.name";

  /** How often somebody else may be faster. */
  private static final int TRIES = 3;

  private final Residences residences;
  private final Applications applications;
  private final Dossiers dossiers;

  Publishing(Residences residences, Applications applications, Dossiers dossiers) {
    this.residences = residences;
    this.applications = applications;
    this.dossiers = dossiers;
  }

  /** A page of a programme's, those after one where it is named. */
  Mono<List<Published>> of(String programme, @Nullable UUID after) {
    return residences.inPublic(programme, after, PAGE).concatMap(this::published).collectList();
  }

  /** What an objection can still be made to. */
  Mono<Published> one(UUID id) {
    return residences
        .inPublic(id)
        .flatMap(this::published)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private Mono<Published> published(Residence residence) {
    var area = residence.area();
    return applications
        .one(residence.application())
        .map(application ->
            new Published(
                residence.id(),
                application.reference(),
                dossiers.open(application).answers().text(FIRM).orElse(null),
                residence.site(),
                residence.units(),
                area == null ? null : area.squareMetres(),
                residence.begins(),
                requireNonNull(residence.until())));
  }

  /** Written down for staff to see; one of each person. */
  Mono<Void> object(SignedIn who, UUID id, @Nullable String text) {
    return object(id, text, Account.of(who).toString(), TRIES);
  }

  private Mono<Void> object(UUID id, @Nullable String text, String actor, int tries) {
    return residences
        .inPublic(id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .zipWith(applications.today())
        .delayUntil(now ->
            residences
                .hasObjected(id, actor)
                .filter(has -> has)
                .flatMap(
                    _ -> Mono.error(refused(HttpStatus.CONFLICT, Reason.of("OBJECTED_ALREADY")))))
        .flatMap(both -> {
          var now = both.getT1();
          var turn = new Turn(now.version(), ResidenceStep.OBJECT, null, false, text);
          var mistake = turn.mistake(now, both.getT2());
          return mistake == null
              ? residences.step(turn.after(now, both.getT2()), turn.step(), turn.said(), actor)
              : Mono.error(refused(HttpStatus.UNPROCESSABLE_CONTENT, mistake));
        })
        .switchIfEmpty(
            Mono.defer(() ->
                tries > 1
                    ? object(id, text, actor, tries - 1).then(Mono.empty())
                    : Mono.error(ProblemException.busy(Duration.ofSeconds(1)))))
        .then();
  }

  private static ProblemException refused(HttpStatus status, Reason reason) {
    return new ProblemException(
        status, status == HttpStatus.CONFLICT ? "wrong-state" : "invalid-request", List.of(reason));
  }
}
