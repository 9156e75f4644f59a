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
import java.time.LocalDate;
import java.util.ArrayList;
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
   * What is said against sending a draft.
   *
   * @param mistakes answers that are missing or wrong; before they are mended nothing else is known
   * @param refusals what the rules and the stock say; a person may look nevertheless
   */
  public record Against(List<Reason> mistakes, List<Reason> refusals) {}

  /** Where a draft would go, and what is said against it. */
  private record Way(String operator, List<Reason> refusals) {}

  /** All that is said against a draft as it is now; consent is asked for when it is sent. */
  public Mono<Against> against(Application draft) {
    var programme = applying.programme(draft);
    var answers = programme.form().asAsked(dossiers.open(draft).answers());
    return applications
        .today()
        .flatMap(today -> {
          var mistakes =
              programme.form().mistakes(answers, today).stream()
                  .filter(mistake -> !mistake.code().equals("CONSENT_MISSING"))
                  .toList();
          return mistakes.isEmpty()
              ? way(programme, answers, today).map(way -> new Against(List.of(), way.refusals()))
              : Mono.just(new Against(mistakes, List.of()));
        });
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
          return way(programme, answers, now.getT2())
              .doOnNext(way -> refuse("not-eligible", toAPerson ? List.of() : way.refusals()))
              .flatMap(way -> send(who, draft, version, answers, way.operator()));
        })
        .switchIfEmpty(Mono.error(Applying::stale));
  }

  /** To the operator of what fits; where nothing does, of what is nearest. */
  private Mono<Way> way(ApplicationProgramme programme, Answers answers, LocalDate today) {
    var need = programme.need(answers, Answers.NONE, today);
    return listing
        .all(programme.code())
        .map(places -> {
          var nearest =
              places.stream()
                  .min(Comparator.comparingInt(place -> programme.misfits(need, place).size()))
                  .orElseThrow(() -> ProblemException.busy(NO_STOCK_YET));
          var chosen = programme.choose(need, fitting(programme, need, places));
          var refusals = new ArrayList<>(programme.refusals(answers, today));
          if (chosen.isEmpty()) {
            refusals.addAll(misfits(programme.misfits(need, nearest)));
          }
          var to = chosen.isEmpty() ? nearest : chosen.getFirst();
          return new Way(to.operator(), refusals);
        });
  }

  /** All that keeps the nearest away; where that is nothing, it does not do alone. */
  private static List<Reason> misfits(List<String> codes) {
    return (codes.isEmpty() ? List.of("NO_FIT_TOGETHER") : codes).stream().map(Reason::of).toList();
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
