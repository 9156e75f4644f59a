package city.huiwei.booking.residence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
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
    return residences.inPublic(programme, after, PAGE).collectList().flatMap(this::published);
  }

  /** What an objection can still be made to. */
  Mono<Published> one(UUID id) {
    return inPublic(id).map(List::of).flatMap(this::published).map(List::getFirst);
  }

  private Mono<Residence> inPublic(UUID id) {
    return residences.inPublic(id).switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private Mono<List<Published>> published(List<Residence> found) {
    return applications
        .some(found.stream().map(Residence::application).toList())
        .collectMap(Application::id)
        .map(of ->
            found.stream()
                .map(each -> published(each, requireNonNull(of.get(each.application()))))
                .toList());
  }

  private Published published(Residence residence, Application application) {
    var area = residence.area();
    return new Published(
        residence.id(),
        application.reference(),
        dossiers.open(application).answers().text(FIRM).orElse(null),
        residence.site(),
        residence.units().size(),
        area == null ? null : area.squareMetres(),
        requireNonNull(residence.until()));
  }

  /** Written down for staff to see; one of each person. */
  Mono<Void> object(SignedIn who, UUID id, @Nullable String text) {
    return inPublic(id)
        .flatMap(now -> {
          var turn = new Turn(now.version(), ResidenceStep.OBJECT, null, false, text);
          var mistake = turn.mistakeInWords();
          return mistake == null
              ? residences.object(id, turn.said(), Account.of(who))
              : Mono.error(refused(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", mistake));
        })
        .filter(isWritten -> isWritten)
        .switchIfEmpty(
            Mono.error(
                () -> refused(HttpStatus.CONFLICT, "wrong-state", Reason.of("OBJECTED_ALREADY"))))
        .then();
  }

  private static ProblemException refused(HttpStatus status, String type, Reason reason) {
    return new ProblemException(status, type, List.of(reason));
  }
}
