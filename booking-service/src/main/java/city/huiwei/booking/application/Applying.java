package city.huiwei.booking.application;

import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets people, or staff for somebody who came on paper or by telephone, write an application, save
 * it, come back to it, and give it up.
 */
@Service
public class Applying {

  /** Applications on a page of one's own. */
  public static final int PAGE = 20;

  private final Applications applications;
  private final Dossiers dossiers;
  private final Programmes programmes;
  private final SecureRandom random = new SecureRandom();

  Applying(Applications applications, Dossiers dossiers, Programmes programmes) {
    this.applications = applications;
    this.dossiers = dossiers;
    this.programmes = programmes;
  }

  /** Begins a draft; asked twice under one key it is one draft. */
  public Mono<Application> start(
      SignedIn who,
      String key,
      String programme,
      Channel channel,
      Map<String, List<String>> typed) {
    var asked =
        programmes
            .appliedFor(programme)
            .orElseThrow(() -> invalid(Reason.of("UNKNOWN_PROGRAMME", "programme")));
    if (!mayStart(who, channel)) {
      return Mono.error(ProblemException::notFound);
    }
    var owner = Account.of(who);
    return applications
        .add(draft(who, asked, channel, typed), owner, key, actor(who))
        .switchIfEmpty(Mono.defer(() -> applications.withKey(owner, key)));
  }

  private static boolean mayStart(SignedIn who, Channel channel) {
    return channel == Channel.ONLINE
        ? who.is(SignedIn.Role.APPLICANT)
        : who.operator() != null && who.worksFor(who.operator());
  }

  private Application draft(
      SignedIn who,
      ApplicationProgramme programme,
      Channel channel,
      Map<String, List<String>> typed) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var dossier = new Dossier(programme.form().read(typed), Answers.NONE);
    return new Application(
        id,
        Reference.random(random),
        programme.code(),
        channel == Channel.ONLINE ? Account.of(who) : null,
        null,
        who.operator() == null ? "" : who.operator(),
        channel,
        ApplicationState.DRAFT,
        1,
        dossiers.seal(id, dossier),
        null,
        null,
        null,
        List.of(),
        programme.rulesVersion(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** Saves some answers of a draft, right or wrong; the others stay as they are. */
  public Mono<Application> save(
      SignedIn who, UUID id, int version, Map<String, List<String>> typed) {
    return own(who, id)
        .flatMap(draft -> {
          var before = dossiers.open(draft).answers();
          var answers = before.with(programme(draft).form().read(typed));
          var sealed = dossiers.seal(id, new Dossier(answers, Answers.NONE));
          return applications.save(id, version, sealed, actor(who));
        })
        .switchIfEmpty(Mono.error(Applying::stale));
  }

  /** Gives it up; the place in the list is lost, and of a draft what was typed. */
  public Mono<Application> withdraw(SignedIn who, UUID id) {
    return own(who, id)
        .flatMap(mine ->
            mine.state() == ApplicationState.WITHDRAWN
                ? Mono.just(mine)
                : withdraw(mine, actor(who)))
        .switchIfEmpty(Mono.error(() -> conflict("wrong-state", "WRONG_STATE")));
  }

  private Mono<Application> withdraw(Application mine, String actor) {
    if (mine.state() != ApplicationState.DRAFT) {
      return applications.move(mine.id(), ApplicationState.WITHDRAWN, actor);
    }
    var nothing = dossiers.seal(mine.id(), new Dossier(Answers.NONE, Answers.NONE));
    var step = new Applications.Step(ApplicationState.WITHDRAWN, Map.of("sealed", nothing));
    return applications.change(mine.id(), mine.version(), step, actor);
  }

  /** Somebody is heard of again: an application that rests waits on, at its old rank. */
  public Mono<Application> wake(SignedIn who, UUID id) {
    return own(who, id)
        .flatMap(mine ->
            mine.state() == ApplicationState.QUEUED
                ? Mono.just(mine)
                : applications
                    .heard(id)
                    .then(
                        Mono.defer(() ->
                            mine.state() == ApplicationState.DORMANT
                                ? applications.move(id, ApplicationState.QUEUED, actor(who))
                                : Mono.empty())))
        .switchIfEmpty(Mono.error(() -> conflict("wrong-state", "WRONG_STATE")));
  }

  /** An application that somebody may act for; a problem when there is none of that id. */
  public Mono<Application> own(SignedIn who, UUID id) {
    return applications
        .one(id)
        .filter(application -> isTheirs(who, application))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** The same, and also for the staff whose desk it is at. */
  public Mono<Application> seen(SignedIn who, UUID id) {
    return applications
        .one(id)
        .filter(application ->
            application.isOf(Account.of(who)) || who.worksFor(application.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** Staff act for those who have no account, at their own operator. */
  private static boolean isTheirs(SignedIn who, Application application) {
    return application.isOf(Account.of(who))
        || (application.account() == null && who.worksFor(application.operator()));
  }

  /** One's own applications, the newest first, those before one where it is named. */
  public Mono<List<Application>> mine(SignedIn who, @Nullable UUID before) {
    return applications.of(Account.of(who), before, PAGE).collectList();
  }

  /** The applications of others that somebody may act for, the newest first. */
  public Mono<List<ApplicationAnswer>> helped(SignedIn who) {
    return applications.helpedBy(Account.of(who), PAGE).map(ApplicationAnswer::of).collectList();
  }

  public ApplicationProgramme programme(Application application) {
    return programmes.appliedFor(application.programme()).orElseThrow();
  }

  static String actor(SignedIn who) {
    return Account.of(who).toString();
  }

  static ProblemException stale() {
    return conflict("changed-meanwhile", "CHANGED_MEANWHILE");
  }

  static ProblemException conflict(String type, String code) {
    return new ProblemException(HttpStatus.CONFLICT, type, List.of(Reason.of(code)));
  }

  private static ProblemException invalid(Reason reason) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", List.of(reason));
  }
}
