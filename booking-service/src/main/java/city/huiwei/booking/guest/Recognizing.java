package city.huiwei.booking.guest;

import static java.util.Objects.requireNonNullElse;

import city.huiwei.booking.application.Naming;
import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.booking.place.HoldIds;
import city.huiwei.edge.SignedIn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells an operator's staff whose stays they see, and who comes and goes today. */
@Service
class Recognizing {

  /** Units that are held together for one application at most. */
  private static final int MOST_UNITS = 16;

  private final Guests guests;
  private final Naming naming;

  Recognizing(Guests guests, Naming naming) {
    this.guests = guests;
    this.naming = naming;
  }

  Mono<List<Guest>> guests(SignedIn staff, List<UUID> holds) {
    var asked = new HashSet<>(holds);
    return guests
        .of(operator(staff), asked, firsts(asked))
        .collectList()
        .flatMap(found ->
            naming
                .masked(found.stream().map(Stay::application).filter(Objects::nonNull).toList())
                .map(names -> lines(found, asked, names)));
  }

  Mono<GuestDesk.Today> today(SignedIn staff) {
    var operator = operator(staff);
    return Mono.zip(
            guests.day(),
            guests.arriving(operator),
            guests.leaving(operator),
            guests.missing(operator))
        .map(all -> new GuestDesk.Today(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
  }

  /** A hold's id tells only by trial which is the first of those held together. */
  private static Set<UUID> firsts(Set<UUID> holds) {
    var firsts = new HashSet<UUID>();
    holds.forEach(hold -> firsts.addAll(HoldIds.of(hold, MOST_UNITS)));
    return firsts;
  }

  private static List<Guest> lines(List<Stay> stays, Set<UUID> asked, Map<UUID, String> names) {
    return stays.stream()
        .flatMap(stay ->
            HoldIds.of(stay.first(), stay.units()).stream()
                .filter(asked::contains)
                .map(hold -> stay.guest(hold, names)))
        .toList();
  }

  private static String operator(SignedIn staff) {
    return requireNonNullElse(staff.operator(), "");
  }
}
