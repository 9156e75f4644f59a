package city.huiwei.console.application;

import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.ReviewDesk;
import city.huiwei.booking.contract.ReviewDesk.OpenAnswers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks for applications, opens them, and takes down what a person decides; empty: not here. */
@Component
class Checking {

  private static final String REFUSE = "refuse";

  private final ReviewDesk desk;
  private final ApplicationSettings settings;

  Checking(ReviewDesk desk, ApplicationSettings settings) {
    this.desk = desk;
    this.settings = settings;
  }

  List<String> programmes() {
    return settings.programmes();
  }

  Mono<ApplicationList> look(Sought sought) {
    return desk.applications(
        Objects.requireNonNullElse(sought.state(), ApplicationState.SUBMITTED),
        sought.programme(),
        Objects.requireNonNullElse(sought.days(), 0),
        sought.after());
  }

  Mono<CaseFile> file(UUID application) {
    return desk.file(application);
  }

  Mono<Map<String, List<String>>> read(UUID application, String reason) {
    return desk.read(application, new ReviewDesk.Why(reason)).map(OpenAnswers::answers);
  }

  /** Whoever presses the button for "no" says why not; for "yes" there is no reason. */
  Mono<ApplicationLine> decide(UUID application, int version, Typed typed) {
    var reasons = typed.text("verdict").equals(REFUSE) ? typed.all("reasons") : List.<String>of();
    return desk.review(application, new ReviewDesk.Review(version, typed.answers(), reasons));
  }

  static boolean refusesWithoutAReason(Typed typed) {
    return typed.text("verdict").equals(REFUSE) && typed.all("reasons").isEmpty();
  }
}
