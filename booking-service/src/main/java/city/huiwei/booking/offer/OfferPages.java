package city.huiwei.booking.offer;

import city.huiwei.booking.allocation.ConsequenceRules;
import city.huiwei.booking.allocation.Consequences;
import city.huiwei.booking.place.Finding;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An offer with all that is known of the place, and the answers to it: each is a page of its own
 * that says what follows, and only what is posted from there decides.
 */
@Pages
class OfferPages {

  private static final int ASKED_AT_ONCE = 8;

  private final Answering answering;
  private final Finding finding;
  private final Consequences consequences;
  private final Mistakes mistakes;
  private final Clock clock;

  OfferPages(
      Answering answering,
      Finding finding,
      ConsequenceRules rules,
      Mistakes mistakes,
      Clock clock) {
    this.answering = answering;
    this.finding = finding;
    this.consequences = rules.consequences();
    this.mistakes = mistakes;
    this.clock = clock;
  }

  /** The reason that was chosen; absent when none was. */
  record RefusalForm(@Nullable WhyNot reason) {}

  @GetMapping("/offers/{id}")
  Mono<String> one(SignedIn who, @PathVariable UUID id, Model model) {
    return show(who, id, model).thenReturn("offer/one");
  }

  @GetMapping("/offers/{id}/acceptance")
  Mono<String> acceptance(SignedIn who, @PathVariable UUID id, Model model) {
    return show(who, id, model).map(offer -> isAnswerable(offer) ? acceptance(model) : back(id));
  }

  @PostMapping("/offers/{id}/acceptance")
  Mono<String> accept(
      SignedIn who,
      @PathVariable UUID id,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return answering
        .accept(who, id)
        .map(_ -> back(id))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              said(problem, locale, model, response);
              return show(who, id, model).thenReturn("offer/one");
            });
  }

  @GetMapping("/offers/{id}/refusal")
  Mono<String> refusal(SignedIn who, @PathVariable UUID id, Model model) {
    return show(who, id, model).map(offer -> isAnswerable(offer) ? refusal(model) : back(id));
  }

  @PostMapping("/offers/{id}/refusal")
  Mono<String> refuse(
      SignedIn who,
      @PathVariable UUID id,
      RefusalForm form,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return Mono.justOrEmpty(form.reason())
        .switchIfEmpty(Mono.error(OfferPages::reasonMissing))
        .flatMap(reason -> answering.refuse(who, id, reason))
        .map(_ -> back(id))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              said(problem, locale, model, response);
              return show(who, id, model)
                  .map(offer -> isAnswerable(offer) ? refusal(model) : "offer/one");
            });
  }

  private static ProblemException reasonMissing() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid-request",
        List.of(Reason.of("ANSWER_MISSING", "reason")));
  }

  private void said(
      ProblemException problem, Locale locale, Model model, ServerHttpResponse response) {
    response.setStatusCode(problem.status());
    model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
  }

  private String acceptance(Model model) {
    model.addAttribute("notMovedIn", rows(Consequences.Reason.NOT_MOVED_IN));
    return "offer/acceptance";
  }

  private String refusal(Model model) {
    model.addAttribute("reasons", WhyNot.values());
    model.addAttribute("refused", rows(Consequences.Reason.REFUSED_WITH_REASON));
    model.addAttribute("unanswered", rows(Consequences.Reason.UNANSWERED));
    return "offer/refusal";
  }

  /** The lines of the table that applicants are answerable for. */
  private List<Consequences.Row> rows(Consequences.Reason reason) {
    return consequences.rows().stream()
        .filter(row -> row.reason() == reason && row.party() == Consequences.Party.APPLICANT)
        .toList();
  }

  /** Its time is over before the service has come to note that it is. */
  private Offer.State seen(Offer offer) {
    return offer.state() == Offer.State.OPEN && !isAnswerable(offer)
        ? Offer.State.LAPSED
        : offer.state();
  }

  private static String back(UUID id) {
    return "redirect:/offers/" + id;
  }

  /** Whether there is time left by our own clock; by the database's, when it is answered. */
  private boolean isAnswerable(Offer offer) {
    return offer.state() == Offer.State.OPEN && offer.deadline().isAfter(clock.instant());
  }

  private Mono<Offer> show(SignedIn who, UUID id, Model model) {
    return answering
        .one(who, id)
        .flatMap(offer ->
            places(offer)
                .map(places -> {
                  model.addAttribute("offer", OfferAnswer.of(offer));
                  model.addAttribute("places", places);
                  model.addAttribute("answerable", isAnswerable(offer));
                  model.addAttribute("is", seen(offer));
                  return offer;
                }));
  }

  /** The places offered; an offer is shown even when inventory is away. */
  private Mono<List<Place>> places(Offer offer) {
    return Flux.fromStream(offer.pools().stream().distinct())
        .flatMapSequential(
            pool -> finding.place(pool, null, null).onErrorResume(_ -> Mono.empty()), ASKED_AT_ONCE)
        .collectList();
  }
}
