package city.huiwei.booking.place;

import city.huiwei.booking.programme.Programme;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Wish;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** The search for places, and one place. */
@Pages
class PlacePages {

  private static final int PAGE = 30;

  private final Programmes programmes;
  private final Finding finding;
  private final Suggesting suggesting;
  private final Surveying surveying;
  private final Mistakes mistakes;
  private final Clock clock;

  PlacePages(
      Programmes programmes,
      Finding finding,
      Suggesting suggesting,
      Surveying surveying,
      Mistakes mistakes,
      Clock clock) {
    this.programmes = programmes;
    this.finding = finding;
    this.suggesting = suggesting;
    this.surveying = surveying;
    this.mistakes = mistakes;
    this.clock = clock;
  }

  @GetMapping("/places")
  Mono<String> search(SearchForm typed, Locale locale, Model model) {
    var programme = programme(typed.programme());
    var today = LocalDate.now(clock);
    var search = typed.filled(programme, today);
    var wrong = search.wrong(programme, today);
    model.addAttribute("programmes", programmes.all());
    model.addAttribute("survey", surveying.of(programme.code()));
    model.addAttribute("mistakes", mistakes.of(wrong, locale));
    show(model, programme, search, today);
    return wrong.isEmpty()
        ? results(model, search, search.stay().orElseThrow(), today).thenReturn("place/search")
        : Mono.just("place/search");
  }

  @GetMapping("/places/{pool}")
  Mono<String> place(@PathVariable String pool, SearchForm typed, Locale locale, Model model) {
    var today = LocalDate.now(clock);
    var stay = typed.stay().filter(wish -> !wish.from().isBefore(today) && wish.nights() > 0);
    return finding
        .place(pool, stay.map(Wish::from).orElse(null), stay.map(Wish::to).orElse(null))
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(place -> one(place, typed, today, locale, model))
        .thenReturn("place/one");
  }

  private Mono<Void> results(Model model, SearchForm search, Wish stay, LocalDate today) {
    model.addAttribute("stay", stay);
    return finding
        .places(
            new Finding.Search(
                String.valueOf(search.programme()),
                search.district(),
                stay.from(),
                stay.to(),
                !Boolean.TRUE.equals(search.full()),
                search.after(),
                PAGE))
        .doOnNext(places -> show(model, search, places))
        .filter(places -> places.items().isEmpty())
        .flatMap(_ -> suggesting.insteadOf(search, stay, today))
        .doOnNext(instead -> model.addAttribute("instead", instead))
        .then();
  }

  private Mono<Void> one(
      Place place, SearchForm typed, LocalDate today, Locale locale, Model model) {
    var programme = programme(place.programme());
    var search = typed.filled(programme, today);
    var wrong = search.wrong(programme, today);
    model.addAttribute("place", place);
    model.addAttribute("mistakes", mistakes.of(wrong, locale));
    show(model, programme, search, today);
    if (!wrong.isEmpty()) {
      return Mono.empty();
    }
    var stay = new Wish(place.from(), place.to());
    model.addAttribute("stay", stay);
    return place.free() > 0
        ? Mono.empty()
        : suggesting
            .insteadOf(place, stay, today)
            .doOnNext(instead -> model.addAttribute("instead", instead))
            .then();
  }

  private static void show(Model model, Programme programme, SearchForm search, LocalDate today) {
    model.addAttribute("programme", programme);
    model.addAttribute("search", search);
    model.addAttribute("today", today);
  }

  private static void show(Model model, SearchForm search, Places places) {
    model.addAttribute("places", places);
    model.addAttribute("sites", bySite(places.items()));
    model.addAttribute("firstPage", search.after() == null ? null : search.after(null).path());
    model.addAttribute(
        "nextPage", places.next() == null ? null : search.after(places.next()).path());
  }

  /** Pools come in the order of their codes, so a site's stand together. */
  private static Collection<List<Place>> bySite(List<Place> places) {
    return places.stream()
        .collect(Collectors.groupingBy(Place::site, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private Programme programme(@Nullable String code) {
    return code == null || code.isBlank()
        ? programmes.graduateHousing()
        : programmes.named(code).orElseThrow(ProblemException::notFound);
  }
}
