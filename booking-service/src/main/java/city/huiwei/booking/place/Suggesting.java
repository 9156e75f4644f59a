package city.huiwei.booking.place;

import city.huiwei.booking.place.Instead.Way;
import city.huiwei.booking.programme.Wish;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says what is free near, when nothing is where somebody looked. */
@Service
public class Suggesting {

  private static final int WHOLE_CITY = 200;
  private static final int WAYS = 5;

  // Nearest first, and few: whoever finds nothing must not cost the city a dozen searches.
  private static final int[] DAYS_AWAY = {1, -1, 2, 3, 7};

  private final Closing closing;

  Suggesting(Closing closing) {
    this.closing = closing;
  }

  /** Other dates in the district, and other districts on these dates. */
  Mono<Instead> insteadOf(SearchForm search, Wish stay, LocalDate today) {
    var dates =
        Flux.fromIterable(near(stay, today))
            .flatMapSequential(other -> onOtherDates(search, other), WAYS)
            .collectList();
    return Mono.zip(
        dates, inOtherDistricts(search, stay), (d, others) -> new Instead(d, others, List.of()));
  }

  /** Other dates at this place, and other places on these dates, the nearest first. */
  public Mono<Instead> insteadOf(Place place, Wish stay, LocalDate today) {
    var dates =
        Flux.fromIterable(near(stay, today))
            .flatMapSequential(other -> onOtherDates(place, other), WAYS)
            .collectList();
    return Mono.zip(
        dates, atOtherSites(place, stay), (d, others) -> new Instead(d, List.of(), others));
  }

  private Mono<Way> onOtherDates(SearchForm search, Wish stay) {
    return free(search.programme(), search.district(), stay)
        .map(places -> new Way(search.on(stay).path(), stay, null, free(places)))
        .filter(way -> way.free() > 0);
  }

  private Mono<Way> onOtherDates(Place place, Wish stay) {
    return closing
        .place(place.pool(), stay.from(), stay.to())
        .map(other -> new Way(path(other), stay, null, other.free()))
        .filter(way -> way.free() > 0);
  }

  private Mono<List<Way>> inOtherDistricts(SearchForm search, Wish stay) {
    return search.district() == null
        ? Mono.just(List.of())
        : free(search.programme(), null, stay).map(places -> byDistrict(search, stay, places));
  }

  private static List<Way> byDistrict(SearchForm search, Wish stay, List<Place> places) {
    return places.stream()
        .collect(
            Collectors.groupingBy(
                Place::district, TreeMap::new, Collectors.summingInt(Place::free)))
        .entrySet()
        .stream()
        .map(it -> new Way(search.in(it.getKey()).path(), stay, it.getKey(), it.getValue()))
        .sorted(Comparator.comparingInt(Way::free).reversed())
        .limit(WAYS)
        .toList();
  }

  private Mono<List<Place>> atOtherSites(Place place, Wish stay) {
    return free(place.programme(), null, stay)
        .map(places ->
            places.stream()
                .filter(other -> !other.pool().equals(place.pool()))
                .sorted(nearestTo(place))
                .limit(WAYS)
                .toList());
  }

  private static Comparator<Place> nearestTo(Place place) {
    return Comparator.comparing((Place other) -> !other.site().equals(place.site()))
        .thenComparing(other -> !other.district().equals(place.district()))
        .thenComparing(Place::free, Comparator.reverseOrder());
  }

  private Mono<List<Place>> free(@Nullable String programme, @Nullable String district, Wish stay) {
    return closing
        .places(String.valueOf(programme), district, stay.from(), stay.to(), true, null, WHOLE_CITY)
        .map(Places::items);
  }

  private static List<Wish> near(Wish stay, LocalDate today) {
    return IntStream.of(DAYS_AWAY)
        .mapToObj(days -> new Wish(stay.from().plusDays(days), stay.to().plusDays(days)))
        .filter(other -> !other.from().isBefore(today))
        .toList();
  }

  private static int free(List<Place> places) {
    return places.stream().mapToInt(Place::free).sum();
  }

  private static String path(Place place) {
    return "/places/%s?from=%s&to=%s".formatted(place.pool(), place.from(), place.to());
  }
}
