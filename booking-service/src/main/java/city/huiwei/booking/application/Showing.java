package city.huiwei.booking.application;

import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows staff an application at their desk; what names persons is masked. */
@Service
class Showing {

  private final Reviewing reviewing;
  private final Applications applications;
  private final Decisions decisions;
  private final Readings readings;
  private final Applying applying;
  private final Dossiers dossiers;
  private final Voicing voicing;

  Showing(
      Reviewing reviewing,
      Applications applications,
      Decisions decisions,
      Readings readings,
      Applying applying,
      Dossiers dossiers,
      Voicing voicing) {
    this.reviewing = reviewing;
    this.applications = applications;
    this.decisions = decisions;
    this.readings = readings;
    this.applying = applying;
    this.dossiers = dossiers;
    this.voicing = voicing;
  }

  Mono<CaseFile> file(SignedIn staff, UUID id, Locale locale) {
    return reviewing
        .theirs(staff, id)
        .flatMap(application ->
            Mono.zip(
                    rank(application),
                    decisions
                        .of(id)
                        .map(decision -> voicing.decision(decision, staff, locale))
                        .collectList(),
                    readings.of(id).map(Showing::reading).collectList())
                .map(all ->
                    file(application, locale)
                        .with(all.getT1().orElse(null), all.getT2(), all.getT3())));
  }

  private CaseFile file(Application application, Locale locale) {
    var programme = applying.programme(application);
    var dossier = dossiers.open(application);
    var state = application.state();
    var next = state.next();
    return new CaseFile(
        Voicing.line(application),
        programme.form().asked(dossier.answers()).stream()
            .map(question -> voicing.masked(question, dossier.answers(), locale))
            .toList(),
        findings(programme.findings(), dossier.found(), locale),
        programme.papers(dossier.found()).stream()
            .map(kind -> voicing.paper(kind, locale))
            .toList(),
        voicing.grounds(locale),
        state == ApplicationState.VERIFIED || next.contains(ApplicationState.VERIFIED),
        next.contains(ApplicationState.INELIGIBLE),
        programme.needsSecondDecision(dossier.answers()),
        null,
        List.of(),
        List.of());
  }

  private List<WordedQuestion> findings(Form findings, Answers found, Locale locale) {
    return findings.questions().stream()
        .map(question -> voicing.open(question, found, voicing.choices(question, locale), locale))
        .toList();
  }

  private Mono<Optional<CaseFile.Rank>> rank(Application application) {
    var standing = application.standing();
    return standing == null || !application.state().isRanked()
        ? Mono.just(Optional.empty())
        : applications
            .ahead(application.programme(), standing.ranking())
            .map(ahead ->
                Optional.of(
                    new CaseFile.Rank(
                        ahead + 1, standing.category(), standing.points(), standing.since())));
  }

  private static CaseFile.Reading reading(Readings.Reading reading) {
    return new CaseFile.Reading(reading.at(), reading.operator(), reading.reason());
  }
}
