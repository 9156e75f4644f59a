package city.huiwei.booking.helper;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.person.BlindIndex;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets an applicant have somebody act for them, and take that back at any time. */
@Service
class Helping {

  private static final String CODE = "help-code";

  private final Helpers helpers;
  private final Applying applying;
  private final BlindIndex index;
  private final SecureRandom random = new SecureRandom();

  Helping(Helpers helpers, Applying applying, BlindIndex index) {
    this.helpers = helpers;
    this.applying = applying;
    this.index = index;
  }

  /** A code to be told to the helper: good once, for a day. It is kept as a keyed hash only. */
  Mono<String> invite(SignedIn who, UUID application) {
    var code = Reference.random(random);
    return owned(who, application)
        .flatMap(own -> helpers.invite(own.id(), index.of(CODE, code)))
        .thenReturn(code);
  }

  /** The application that whoever told the code lets this person act for. */
  Mono<UUID> help(SignedIn who, String code) {
    return helpers
        .help(index.of(CODE, Reference.normal(code)), Account.of(who))
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    List.of(Reason.of("HELP_CODE_UNKNOWN", "code")))));
  }

  Mono<Void> end(SignedIn who, UUID application) {
    return applying
        .own(who, application)
        .flatMap(own -> helpers.end(own.id(), Account.of(who).toString()));
  }

  /** A helper does not let others help. */
  private Mono<Application> owned(SignedIn who, UUID application) {
    return applying
        .own(who, application)
        .filter(own -> Account.of(who).equals(own.account()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }
}
