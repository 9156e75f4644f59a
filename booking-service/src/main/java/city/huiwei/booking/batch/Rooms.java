package city.huiwei.booking.batch;

import city.huiwei.booking.place.Listing;
import city.huiwei.inventory.contract.Place;
import city.huiwei.look.AskedQuestion.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the pools of batches are called: site and room type, in the reader's language. */
@Component
public class Rooms {

  private final Listing listing;
  private final MessageSource messages;

  Rooms(Listing listing, MessageSource messages) {
    this.listing = listing;
    this.messages = messages;
  }

  /**
   * The batch's pools as something to choose, by district; by their codes while inventory is away.
   */
  Mono<List<Choice>> of(Batch batch, Locale locale) {
    return listing
        .all(batch.programme())
        .onErrorReturn(List.of())
        .map(places -> places.stream().collect(Collectors.toMap(Place::pool, it -> it)))
        .map(known -> batch.parts().stream().map(part -> choice(part, known, locale)).toList());
  }

  /** By the pool's code. */
  public Mono<Map<String, String>> names(Batch batch, Locale locale) {
    return of(batch, locale)
        .map(choices -> choices.stream().collect(Collectors.toMap(Choice::code, Choice::words)));
  }

  private Choice choice(Part part, Map<String, Place> known, Locale locale) {
    var place = known.get(part.pool());
    return place == null
        ? new Choice(part.pool(), part.pool())
        : new Choice(
            part.pool(),
            place.siteName().in(locale) + " · " + said("room-type.", roomType(place), locale),
            said("district.", place.district(), locale),
            List.of());
  }

  private static String roomType(Place place) {
    return String.valueOf(place.features().get("roomType"));
  }

  /** What nobody has named yet goes by its code. */
  private String said(String family, String code, Locale locale) {
    return messages.getMessage(
        new DefaultMessageSourceResolvable(new String[] {family + code}, code), locale);
  }
}
