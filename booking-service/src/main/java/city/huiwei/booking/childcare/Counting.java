package city.huiwei.booking.childcare;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.residence.Residence;
import city.huiwei.booking.residence.Residences;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Counts what every class may take on a day, and who sits in it then. */
@Service
public class Counting {

  static final int MOST_CLASSES = 10_000;

  private static final int MOST_CHILDREN = 100_000;

  private final Listing listing;
  private final Declarations declarations;
  private final Residences residences;
  private final Applications applications;
  private final Childcare programme;

  Counting(
      Listing listing,
      Declarations declarations,
      Residences residences,
      Applications applications,
      Programmes programmes) {
    this.listing = listing;
    this.declarations = declarations;
    this.residences = residences;
    this.applications = applications;
    this.programme = programmes.childcare();
  }

  public Mono<Count> on(LocalDate day) {
    return Mono.zip(
            listing.all(Childcare.CODE),
            declarations.all(MOST_CLASSES).collectMap(Declaration::pool),
            residences.on(Childcare.CODE, day, MOST_CHILDREN).collectList())
        .flatMap(all ->
            seats(all.getT3(), ChildcareClass.in(all.getT1(), programme))
                .map(seats -> count(day, all.getT1(), all.getT2(), seats)));
  }

  private Mono<List<SeatHeld>> seats(List<Residence> held, List<ChildcareClass> classes) {
    var byPool = classes.stream().collect(toMap(ChildcareClass::pool, each -> each));
    return applications
        .some(held.stream().map(Residence::application).toList())
        .collectMap(Application::id)
        .map(known -> held.stream().flatMap(each -> seat(each, known, byPool).stream()).toList());
  }

  private Optional<SeatHeld> seat(
      Residence residence, Map<UUID, Application> known, Map<String, ChildcareClass> classes) {
    var application = known.get(residence.application());
    var in = classes.get(residence.pools().getFirst());
    if (application == null || application.need() == null || in == null) {
      return Optional.empty();
    }
    var born = Childcare.bornIn(application.need());
    var seat = new Seat(application.id(), born, programme.leaves(born), in);
    return Optional.of(new SeatHeld(seat, residence, application));
  }

  private Count count(
      LocalDate day, List<Place> places, Map<String, Declaration> declared, List<SeatHeld> seats) {
    var classes = ChildcareClass.in(places, programme);
    var byPool = places.stream().collect(toMap(Place::pool, each -> each));
    var seated = Count.seated(seats, classes, day);
    return new Count(
        day,
        classes.stream()
            .map(each -> {
              var said = declared.get(each.pool());
              return new ClassCount(
                  each,
                  requireNonNull(byPool.get(each.pool())),
                  Capacity.of(each, said, day),
                  Math.toIntExact(seated.getOrDefault(each.pool(), 0L)),
                  said);
            })
            .toList(),
        seats);
  }
}
