package city.huiwei.booking.place;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import city.huiwei.look.AskedQuestion.Choice;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The districts and sites of a programme as something to choose, by the code of the question. */
@Component
public class Choices {

  private final Listing listing;
  private final MessageSource messages;

  Choices(Listing listing, MessageSource messages) {
    this.listing = listing;
    this.messages = messages;
  }

  public Mono<Map<String, List<Choice>>> of(String programme, Locale locale) {
    return listing
        .all(programme)
        .map(places ->
            Map.of(
                ApplicationProgramme.DISTRICTS,
                districts(places, locale),
                ApplicationProgramme.SITES,
                sites(places, locale)));
  }

  /** What the sites of a programme are called, by code; none while inventory is away. */
  public Mono<Map<String, String>> siteNames(String programme, Locale locale) {
    return listing
        .all(programme)
        .map(places ->
            places.stream()
                .collect(
                    Collectors.toMap(
                        Place::site, place -> place.siteName().in(locale), (first, _) -> first)))
        .onErrorReturn(Map.of());
  }

  private List<Choice> districts(List<Place> places, Locale locale) {
    return places.stream()
        .map(Place::district)
        .distinct()
        .sorted()
        .map(district -> new Choice(district, district(district, locale)))
        .toList();
  }

  private List<Choice> sites(List<Place> places, Locale locale) {
    var sites = new LinkedHashMap<String, Choice>();
    places.stream()
        .sorted(Comparator.comparing(Place::district).thenComparing(Place::site))
        .forEach(place ->
            sites.putIfAbsent(
                place.site(),
                new Choice(
                    place.site(),
                    place.siteName().in(locale),
                    district(place.district(), locale),
                    List.of())));
    return List.copyOf(sites.values());
  }

  /** A district that nobody has named yet goes by its code. */
  private String district(String code, Locale locale) {
    var named = new DefaultMessageSourceResolvable(new String[] {"district." + code}, code);
    return messages.getMessage(named, locale);
  }
}
