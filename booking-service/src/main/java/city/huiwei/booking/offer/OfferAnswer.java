package city.huiwei.booking.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as who waits for it sees it.
 *
 * @param pools one for each unit
 * @param units once they are theirs
 * @param reason why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferAnswer(
    UUID id,
    UUID application,
    String programme,
    List<String> pools,
    String site,
    List<String> units,
    LocalDate from,
    Instant deadline,
    Offer.State state,
    @Nullable String reason) {

  public static OfferAnswer of(Offer offer) {
    return new OfferAnswer(
        offer.id(),
        offer.application(),
        offer.programme(),
        offer.pools(),
        offer.site(),
        offer.state() == Offer.State.BOOKED ? offer.units() : List.of(),
        offer.begins(),
        offer.deadline(),
        offer.state(),
        offer.reason());
  }
}
