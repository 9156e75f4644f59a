package city.huiwei.booking.application;

import city.huiwei.booking.notice.Addresses;
import city.huiwei.booking.person.Email;
import city.huiwei.booking.person.Entered;
import city.huiwei.booking.person.Telephone;
import city.huiwei.booking.programme.Programmes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a dossier for the moment of sending, to see where its people can be reached. */
@Component
class Reaching implements Addresses {

  private final Applications applications;
  private final Dossiers dossiers;
  private final Programmes programmes;

  Reaching(Applications applications, Dossiers dossiers, Programmes programmes) {
    this.applications = applications;
    this.dossiers = dossiers;
    this.programmes = programmes;
  }

  @Override
  public Mono<Address> of(UUID application) {
    return applications.one(application).map(this::address);
  }

  private Address address(Application application) {
    var answers = dossiers.open(application).answers();
    var programme = programmes.appliedFor(application.programme()).orElseThrow();
    return new Address(
        programme.email(answers).map(Reaching::email).orElse(null),
        mobile(programme.telephone(answers)));
  }

  private static @Nullable String email(String typed) {
    return Email.parse(typed, "") instanceof Entered.Sound<Email>(var email)
        ? email.address()
        : null;
  }

  private static @Nullable String mobile(String typed) {
    return Telephone.parse(typed, "") instanceof Entered.Sound<Telephone>(var telephone)
            && telephone.isMobile()
        ? telephone.number()
        : null;
  }
}
