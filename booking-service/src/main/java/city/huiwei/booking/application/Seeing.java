package city.huiwei.booking.application;

import city.huiwei.booking.MaySee;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An application is for whose it is, who helps them, and the staff whose desk it is at. */
@Component
class Seeing implements MaySee {

  private final Applications applications;

  Seeing(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Mono<Boolean> maySee(SignedIn who, UUID application) {
    return applications.one(application).map(found -> isTheirs(who, found)).defaultIfEmpty(false);
  }

  private static boolean isTheirs(SignedIn who, Application application) {
    return application.isOf(Account.of(who)) || who.worksFor(application.operator());
  }
}
