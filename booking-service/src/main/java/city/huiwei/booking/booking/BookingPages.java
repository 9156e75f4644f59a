package city.huiwei.booking.booking;

import city.huiwei.booking.place.Finding;
import city.huiwei.booking.place.Suggesting;
import city.huiwei.booking.programme.Wish;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Booking a place: check answers, confirm, and "no" with what is free near. */
@Pages
class BookingPages {

  private static final String NONE_LEFT = "no-place-left";

  private final Reserving reserving;
  private final Finding finding;
  private final Suggesting suggesting;
  private final Mistakes mistakes;
  private final Clock clock;

  BookingPages(
      Reserving reserving, Finding finding, Suggesting suggesting, Mistakes mistakes, Clock clock) {
    this.reserving = reserving;
    this.finding = finding;
    this.suggesting = suggesting;
    this.mistakes = mistakes;
    this.clock = clock;
  }

  /**
   * The form of "check your answers".
   *
   * @param key the number of this intent, made with the form: sent twice, it books once
   */
  record BookingForm(String key, String pool, LocalDate from, LocalDate to) {}

  @GetMapping("/bookings/new")
  Mono<String> check(
      @RequestParam String pool,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      Locale locale,
      Model model) {
    var stay = new Wish(from, to);
    return place(pool, stay)
        .flatMap(place -> {
          show(model, place, stay);
          return place.free() > 0
              ? Mono.just("booking/new")
              : refused(place, stay, NONE_LEFT, List.of(Reason.of("NO_PLACE_LEFT")), locale, model);
        });
  }

  @PostMapping("/bookings")
  Mono<String> book(
      SignedIn who, BookingForm form, Locale locale, Model model, ServerHttpResponse response) {
    var request = new BookingRequest(form.pool(), form.from(), form.to());
    return reserving
        .book(who, form.key(), request)
        .flatMap(outcome ->
            switch (outcome) {
              case Outcome.Agreed agreed ->
                  Mono.just("redirect:/bookings/" + agreed.booking().id() + "?new=yes");
              case Outcome.Refused refused -> {
                response.setStatusCode(HttpStatus.CONFLICT);
                yield refused(form, refused, locale, model);
              }
            });
  }

  private Mono<String> refused(
      BookingForm form, Outcome.Refused refused, Locale locale, Model model) {
    var stay = new Wish(form.from(), form.to());
    return place(form.pool(), stay)
        // Dates that cannot be booked have no free count; the place itself can still be shown.
        .onErrorResume(ProblemException.class, _ -> place(form.pool(), null))
        .flatMap(place -> {
          show(model, place, stay);
          return refused(place, stay, refused.problem(), refused.reasons(), locale, model);
        });
  }

  private Mono<String> refused(
      Place place, Wish stay, String problem, List<Reason> reasons, Locale locale, Model model) {
    model.addAttribute("mistakes", mistakes.of(reasons, locale));
    return problem.equals(NONE_LEFT)
        ? suggesting
            .insteadOf(place, stay, LocalDate.now(clock))
            .doOnNext(instead -> model.addAttribute("instead", instead))
            .thenReturn("booking/new")
        : Mono.just("booking/new");
  }

  /** A new key with every form: whoever was refused and tries again means a new intent. */
  private static void show(Model model, Place place, Wish stay) {
    model.addAttribute("place", place);
    model.addAttribute("stay", stay);
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute(
        "here",
        "/bookings/new?pool=%s&from=%s&to=%s".formatted(place.pool(), stay.from(), stay.to()));
  }

  private Mono<Place> place(String pool, @Nullable Wish stay) {
    return finding
        .place(pool, stay == null ? null : stay.from(), stay == null ? null : stay.to())
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }
}
