package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.Reason;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Books a room that is held for somebody already: by another way than asking for one at once, but
 * with the same nights, the same constraint and the same driving.
 */
@Service
public class Granting {

  private final Grants grants;
  private final Bookings bookings;
  private final Driving driving;
  private final GraduateHousing rules;
  private final RandomGenerator random = new SecureRandom();

  Granting(Grants grants, Bookings bookings, Driving driving, Programmes programmes) {
    this.grants = grants;
    this.bookings = bookings;
    this.driving = driving;
    this.rules = programmes.graduateHousing();
  }

  /**
   * The room, and who it is for.
   *
   * @param hold that is there for a time; the booking's id too
   */
  public record Room(
      UUID hold,
      UUID account,
      String programme,
      String pool,
      String site,
      String operator,
      Wish stay) {}

  /**
   * Writes the intent and spends its nights, in the caller's transaction; whoever wrote it {@link
   * #finish finishes} it afterwards.
   *
   * @return empty when the nights do not suffice, or some of them are theirs elsewhere
   */
  public Mono<UUID> write(Room room) {
    return grants.write(intent(room), rules.rules().entitlementNights());
  }

  /** All reasons why it was not written; none when they are gone meanwhile. */
  public Mono<List<Refusal>> whyNot(Room room) {
    return bookings
        .standing(room.account(), room.programme(), rules.rules().entitlementNights())
        .map(standing ->
            Stream.of(hasTooFewNights(room, standing), isElsewhere(room, standing))
                .flatMap(Optional::stream)
                .toList());
  }

  private static Optional<Refusal> hasTooFewNights(Room room, Bookings.Standing standing) {
    var facts = Map.of("left", standing.nightsLeft(), "nights", room.stay().nights());
    return room.stay().nights() <= standing.nightsLeft()
        ? Optional.empty()
        : Optional.of(new Refusal("entitlement-spent", new Reason("NIGHTS_SPENT", null, facts)));
  }

  private static Optional<Refusal> isElsewhere(Room room, Bookings.Standing standing) {
    return standing.stays().stream().noneMatch(room.stay()::overlaps)
        ? Optional.empty()
        : Optional.of(new Refusal("already-booked", Reason.of("ALREADY_BOOKED")));
  }

  /** The booking with its answer: confirmed, or refused because the hold has ended. */
  public Mono<Booking> finish(UUID booking) {
    return bookings.one(booking).flatMap(driving::drive).map(Intent::booking);
  }

  private Intent intent(Room room) {
    return new Intent(
        room.hold(),
        Reference.random(random),
        room.account(),
        "hold-" + room.hold(),
        room.programme(),
        room.pool(),
        room.site(),
        room.operator(),
        room.stay(),
        room.stay(),
        BookingStatus.REQUESTED,
        null,
        List.of(),
        Intent.HoldDue.CONFIRM);
  }
}
