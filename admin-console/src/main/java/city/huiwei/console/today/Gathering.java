package city.huiwei.console.today;

import city.huiwei.booking.contract.AppealDesk;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.booking.contract.OfferDesk;
import city.huiwei.booking.contract.ResidenceDesk;
import city.huiwei.booking.contract.ReviewDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what is to be done today from where it is done; the first page of each is enough. */
@Component
class Gathering {

  private final GuestDesk guests;
  private final OfferDesk offers;
  private final ReviewDesk applications;
  private final AppealDesk appeals;
  private final ResidenceDesk residences;
  private final TodaySettings settings;

  Gathering(
      GuestDesk guests,
      OfferDesk offers,
      ReviewDesk applications,
      AppealDesk appeals,
      ResidenceDesk residences,
      TodaySettings settings) {
    this.guests = guests;
    this.offers = offers;
    this.applications = applications;
    this.appeals = appeals;
    this.residences = residences;
    this.settings = settings;
  }

  Mono<Day> day() {
    return Mono.zip(
            guests.today(),
            offers.offers(null, true, null),
            applications.applications(
                ApplicationState.SUBMITTED, null, settings.stalledDays(), null),
            appeals.open(),
            residences.residences(ResidenceDesk.Which.LOOK_DUE, null))
        .map(all ->
            new Day(
                all.getT1(),
                all.getT2().items(),
                all.getT3().items(),
                all.getT4().items(),
                all.getT5().items()));
  }
}
