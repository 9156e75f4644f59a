package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.Inventory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What an operator's staff do when guests arrive, leave, or never come, at their own sites. */
@Service
class Receiving {

  private final Bookings bookings;
  private final Changes changes;
  private final Driving driving;
  private final Inventory inventory;
  private final GraduateHousing rules;

  Receiving(
      Bookings bookings,
      Changes changes,
      Driving driving,
      Inventory inventory,
      Programmes programmes) {
    this.bookings = bookings;
    this.changes = changes;
    this.driving = driving;
    this.inventory = inventory;
    this.rules = programmes.graduateHousing();
  }

  Mono<Booking> find(SignedIn staff, String reference) {
    return bookings
        .withReference(Reference.normal(reference))
        .filter(booking -> staff.worksFor(booking.operator()))
        .map(Intent::booking);
  }

  /** The guest is here: the unit is fixed now. */
  Mono<Booking> checkIn(SignedIn staff, UUID id) {
    return onTheDay(staff, id, Receiving::isInItsNights)
        // Pinned and read in one step: nobody moves the guest between the desk and the room.
        .flatMap(now -> inventory.pin(id))
        .ofType(HoldAnswer.Held.class)
        .flatMap(held -> changes.checkIn(id, held.unit(), actor(staff)))
        .switchIfEmpty(Mono.defer(() -> unless(id, "CHECKED_IN")))
        .map(Intent::booking);
  }

  /** The guest leaves today; the nights not stayed are given back. */
  Mono<Booking> depart(SignedIn staff, UUID id) {
    return onTheDay(staff, id, _ -> true)
        .flatMap(now ->
            changes.depart(
                id, rules.nightsKeptAtDeparture(now.booking().period(), now.today()), actor(staff)))
        .flatMap(driving::drive)
        .switchIfEmpty(Mono.defer(() -> unless(id, "DEPARTED")))
        .map(Intent::booking);
  }

  /** The guest never came: the place is free again. */
  Mono<Booking> noShow(SignedIn staff, UUID id) {
    return onTheDay(staff, id, Receiving::hasBegun)
        .flatMap(now ->
            changes.noShow(id, rules.nightsKeptAtNoShow(now.booking().period()), actor(staff)))
        .flatMap(driving::drive)
        .switchIfEmpty(Mono.defer(() -> unless(id, "NO_SHOW")))
        .map(Intent::booking);
  }

  private record Now(Intent booking, LocalDate today) {}

  private Mono<Now> onTheDay(SignedIn staff, UUID id, Predicate<Now> isTheDay) {
    return bookings
        .one(id)
        .filter(booking -> staff.worksFor(booking.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .zipWith(bookings.today(), Now::new)
        .filter(isTheDay)
        .switchIfEmpty(Mono.error(() -> conflict("not-the-day", "NOT_THE_DAY")));
  }

  private static boolean isInItsNights(Now now) {
    return hasBegun(now) && now.today().isBefore(now.booking().period().to());
  }

  private static boolean hasBegun(Now now) {
    return !now.today().isBefore(now.booking().period().from());
  }

  /** The step was taken before, which is as good; from any other state it cannot be taken. */
  private Mono<Intent> unless(UUID id, String status) {
    return bookings
        .one(id)
        .filter(booking -> booking.status().name().equals(status))
        .switchIfEmpty(Mono.error(() -> conflict("wrong-state", "WRONG_STATE")));
  }

  private static String actor(SignedIn staff) {
    return staff.subject();
  }

  private static ProblemException conflict(String type, String code) {
    return new ProblemException(
        HttpStatus.CONFLICT, type, List.of(new Reason(code, null, Map.of())));
  }
}
