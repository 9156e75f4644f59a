package city.huiwei.booking.offer;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.inventory.contract.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Offers places that a round has given; how they are answered is what it is for all offers. */
@Service
public class Proposing {

  private final Offers offers;
  private final Applications applications;
  private final Stepping stepping;
  private final Carrying carrying;

  Proposing(Offers offers, Applications applications, Stepping stepping, Carrying carrying) {
    this.offers = offers;
    this.applications = applications;
    this.stepping = stepping;
    this.carrying = carrying;
  }

  /**
   * What a round gives.
   *
   * @param id of the offer, made by the caller: asked twice, it is made once
   * @param insteadOf the residence that a child moves out of for it; such an offer needs no answer
   */
  public record Given(
      UUID id,
      UUID application,
      Place place,
      LocalDate begins,
      LocalDate ends,
      Instant deadline,
      @Nullable UUID insteadOf) {}

  /** How far those have come that were made. */
  public Mono<Map<UUID, Offer.State>> states(List<UUID> ids) {
    return offers.states(ids).collectMap(Offers.StateOf::offer, Offers.StateOf::state);
  }

  /** As it is then; empty where the application has gone another way meanwhile. */
  public Mono<Offer.State> propose(Given given) {
    return applications
        .one(given.application())
        .filter(application -> application.standing() != null)
        .zipWith(applications.party(given.application()))
        .zipWith(applications.now())
        .map(all -> offer(given, all.getT1().getT1(), all.getT1().getT2(), all.getT2()))
        .flatMap(stepping::propose)
        .flatMap(made -> carrying.on(made).defaultIfEmpty(made).onErrorReturn(made))
        .map(Offer::state);
  }

  private static Offer offer(Given given, Application application, byte[] party, Instant now) {
    var standing = application.standing();
    return new Offer(
        given.id(),
        given.application(),
        Childcare.CODE,
        party,
        List.of(given.place().pool()),
        given.place().site(),
        given.place().operator(),
        List.of(),
        given.begins(),
        given.ends(),
        given.insteadOf(),
        null,
        Offer.State.PROPOSED,
        given.deadline(),
        null,
        new Offer.Grounds(standing == null ? "" : standing.ranking(), now, null, null));
  }
}
