package city.huiwei.booking.helper;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Consent to act for an applicant: given by a code, taken back at any time. */
@RestController
class HelperController {

  private final Helping helping;

  HelperController(Helping helping) {
    this.helping = helping;
  }

  /** A code for the helper, good once and for a day. */
  record HelpCode(String code) {}

  /** The application that can be acted for now. */
  record Helped(UUID application) {}

  @PostMapping("/api/applications/{application}/helper")
  Mono<HelpCode> invite(@Parameter(hidden = true) SignedIn who, @PathVariable UUID application) {
    return helping.invite(who, application).map(HelpCode::new);
  }

  @PostMapping("/api/helpers")
  Mono<Helped> help(@Parameter(hidden = true) SignedIn who, @RequestBody HelpCode code) {
    return helping.help(who, code.code()).map(Helped::new);
  }

  @DeleteMapping("/api/applications/{application}/helper")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> end(@Parameter(hidden = true) SignedIn who, @PathVariable UUID application) {
    return helping.end(who, application);
  }
}
