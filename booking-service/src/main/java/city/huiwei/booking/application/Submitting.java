package city.huiwei.booking.application;

import static city.huiwei.booking.application.ApplicationState.SUBMITTED;
import static city.huiwei.booking.notice.Notice.Kind.APPLICATION_RECEIVED;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.person.BlindIndex;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Vacancy;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Sends an application once all its answers are sound. What the rules say against it is told at
 * once, all of it; whoever does not agree sends it to a person to look.
 */
@Service
public class Submitting {

  private static final Duration NO_STOCK_YET = Duration.ofSeconds(30);

  private final Applying applying;
  private final Applications applications;
  private final Dossiers dossiers;
  private final Listing listing;
  private final BlindIndex index;
  private final Telling telling;
  private final TransactionalOperator transaction;

  Submitting(
      Applying applying,
      Applications applications,
      Dossiers dossiers,
      Listing listing,
      BlindIndex index,
      Telling telling,
      TransactionalOperator transaction) {
    this.applying = applying;
    this.applications = applications;
    this.dossiers = dossiers;
    this.listing = listing;
    this.index = index;
    this.telling = telling;
    this.transaction = transaction;
  }

  /**
   * @param toAPerson sends it although the rules say no, for a person to look
   */
  public Mono<Application> submit(SignedIn who, UUID id, int version, boolean toAPerson) {
    return applying
        .own(who, id)
        .filter(draft -> draft.state() == ApplicationState.DRAFT)
        .zipWith(applications.today())
        .flatMap(now -> {
          var draft = now.getT1();
          var programme = applying.programme(draft);
          var answers = programme.form().asAsked(dossiers.open(draft).answers());
          refuse("invalid-answers", programme.form().mistakes(answers, now.getT2()));
          if (!toAPerson) {
            refuse("not-eligible", programme.refusals(answers, now.getT2()));
          }
          var need = programme.need(answers, Answers.NONE, now.getT2());
          return listing
              .all(programme.code())
              .map(places -> desk(programme, need, places, toAPerson))
              .flatMap(desk -> send(who, draft, version, answers, desk));
        })
        .switchIfEmpty(Mono.error(Applying::stale));
  }

  /** The operator of what fits; where nothing does, all that keeps the nearest away. */
  private static String desk(
      ApplicationProgramme programme, Answers need, List<Place> places, boolean toAPerson) {
    var nearest =
        places.stream()
            .min(Comparator.comparingInt(place -> programme.misfits(need, place).size()))
            .orElseThrow(() -> ProblemException.busy(NO_STOCK_YET));
    var chosen = programme.choose(need, fitting(programme, need, places));
    if (chosen.isEmpty() && !toAPerson) {
      var misfits = programme.misfits(need, nearest);
      refuse(
          "not-eligible",
          (misfits.isEmpty() ? List.of("NO_FIT_TOGETHER") : misfits)
              .stream().map(Reason::of).toList());
    }
    return chosen.isEmpty() ? nearest.operator() : chosen.getFirst().operator();
  }

  private static List<Vacancy> fitting(
      ApplicationProgramme programme, Answers need, List<Place> places) {
    return places.stream()
        .filter(place -> programme.misfits(need, place).isEmpty())
        .map(place -> new Vacancy(place, place.units()))
        .toList();
  }

  private Mono<Application> send(
      SignedIn who, Application draft, int version, Answers answers, String desk) {
    var programme = applying.programme(draft);
    var values =
        Map.<String, Object>of(
            "sealed", dossiers.seal(draft.id(), new Dossier(answers, Answers.NONE)),
            "operator", desk,
            "party", index.of("party", programme.party(answers)),
            "household", index.of("telephone", programme.telephone(answers)),
            "rules_version", programme.rulesVersion());
    return applications
        .change(draft.id(), version, new Applications.Step(SUBMITTED, values), Applying.actor(who))
        .delayUntil(sent -> telling.tell(Notice.of(APPLICATION_RECEIVED, sent.id())))
        .as(transaction::transactional);
  }

  private static void refuse(String problem, List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, problem, reasons);
    }
  }
}
