package city.huiwei.booking.agenda;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calendar files, for programs with a token and for who is signed in at the pages. */
@RestController
class AgendaController {

  private static final String CALENDAR = "text/calendar;charset=UTF-8";
  private static final ContentDisposition FILE =
      ContentDisposition.attachment().filename("huiwei.ics").build();

  private final Planning planning;
  private final Clock clock;

  AgendaController(Planning planning, Clock clock) {
    this.planning = planning;
    this.clock = clock;
  }

  @GetMapping(
      path = {"/api/bookings/{booking}/calendar.ics", "/bookings/{booking}/calendar.ics"},
      produces = CALENDAR)
  Mono<ResponseEntity<String>> booking(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID booking,
      @Parameter(hidden = true) Locale locale) {
    return planning.booking(who, booking, locale).map(this::file);
  }

  @GetMapping(
      path = {
        "/api/applications/{application}/calendar.ics",
        "/applications/{application}/calendar.ics"
      },
      produces = CALENDAR)
  Mono<ResponseEntity<String>> application(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID application,
      @Parameter(hidden = true) Locale locale) {
    return planning.application(who, application, locale).map(this::file);
  }

  private ResponseEntity<String> file(Agenda agenda) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, FILE.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(agenda.file(clock.instant()));
  }
}
