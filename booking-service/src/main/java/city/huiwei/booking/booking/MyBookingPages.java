package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.place.Finding;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One's own bookings: all of them, one with its steps, and giving one up. */
@Pages
class MyBookingPages {

  private static final int ASKED_AT_ONCE = 8;

  private final Keeping keeping;
  private final Finding finding;
  private final Programmes programmes;
  private final Mistakes mistakes;
  private final Clock clock;

  MyBookingPages(
      Keeping keeping, Finding finding, Programmes programmes, Mistakes mistakes, Clock clock) {
    this.keeping = keeping;
    this.finding = finding;
    this.programmes = programmes;
    this.mistakes = mistakes;
    this.clock = clock;
  }

  @GetMapping("/bookings")
  Mono<String> mine(
      SignedIn who, @RequestParam(required = false) @Nullable UUID after, Model model) {
    return keeping
        .mine(who, after)
        .doOnNext(mine -> show(model, mine, after))
        .flatMap(this::places)
        .doOnNext(places -> model.addAttribute("places", places))
        .thenReturn("booking/mine");
  }

  @GetMapping("/bookings/{id}")
  Mono<String> one(
      SignedIn who,
      @PathVariable UUID id,
      @RequestParam(name = "new", required = false) @Nullable String isNew,
      Model model) {
    return own(who, id)
        .flatMap(booking -> show(model, booking))
        .doOnNext(booking -> {
          model.addAttribute("steps", Step.of(booking, clock.getZone()));
          model.addAttribute("cancellable", isCancellable(booking));
          model.addAttribute("fresh", isNew != null && booking.status() == BookingStatus.CONFIRMED);
        })
        .thenReturn("booking/one");
  }

  @GetMapping("/bookings/{id}/cancellation")
  Mono<String> cancellation(SignedIn who, @PathVariable UUID id, Model model) {
    return own(who, id)
        .flatMap(booking -> show(model, booking))
        .map(booking -> isCancellable(booking) ? "booking/cancellation" : back(id));
  }

  @PostMapping("/bookings/{id}/cancellation")
  Mono<String> cancel(
      SignedIn who,
      @PathVariable UUID id,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return keeping
        .cancel(who, id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .map(_ -> back(id))
        .onErrorResume(
            ProblemException.class,
            problem -> {
              response.setStatusCode(problem.status());
              model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
              return own(who, id)
                  .flatMap(booking -> show(model, booking))
                  .thenReturn("booking/cancellation");
            });
  }

  private static String back(UUID id) {
    return "redirect:/bookings/" + id;
  }

  private Mono<Booking> own(SignedIn who, UUID id) {
    return keeping.one(who, id).switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private static void show(Model model, List<Booking> mine, @Nullable UUID after) {
    model.addAttribute("bookings", mine);
    model.addAttribute("firstPage", after == null ? null : "/bookings");
    model.addAttribute(
        "nextPage", mine.size() < Keeping.PAGE ? null : "/bookings?after=" + mine.getLast().id());
  }

  private Mono<Booking> show(Model model, Booking booking) {
    return places(List.of(booking))
        .map(places -> {
          model.addAttribute("booking", booking);
          model.addAttribute("place", places.get(booking.pool()));
          return booking;
        });
  }

  private boolean isCancellable(Booking booking) {
    return booking.status() == BookingStatus.CONFIRMED
        && programmes.graduateHousing().isCancellable(booking.from(), LocalDate.now(clock));
  }

  /** The bookings' places by pool; a booking is shown even when inventory is away. */
  private Mono<Map<String, Place>> places(List<Booking> bookings) {
    return Flux.fromStream(bookings.stream().map(Booking::pool).distinct())
        .flatMap(
            pool -> finding.place(pool, null, null).onErrorResume(_ -> Mono.empty()), ASKED_AT_ONCE)
        .collectMap(Place::pool);
  }
}
