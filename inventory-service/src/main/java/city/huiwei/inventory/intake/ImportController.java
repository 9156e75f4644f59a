package city.huiwei.inventory.intake;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.Words;
import city.huiwei.inventory.stockfile.StockFile;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports over HTTP: 200 when taken over, 422 when not, 202 while another request works on it. */
@RestController
@RequestMapping("/api/imports/{id}")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'MANAGER')")
class ImportController {

  private final Importing importing;
  private final Words words;

  ImportController(Importing importing, Words words) {
    this.importing = importing;
    this.words = words;
  }

  @PutMapping
  Mono<ResponseEntity<ImportAnswer>> put(
      @PathVariable UUID id,
      @RequestParam String file,
      @RequestBody Flux<DataBuffer> body,
      SignedIn who,
      Locale locale) {
    return importing
        .take(id, known(file), scope(who), body)
        .map(found ->
            ResponseEntity.status(status(found)).body(ImportAnswer.of(found, words, locale)));
  }

  @GetMapping
  Mono<ImportAnswer> get(@PathVariable UUID id, SignedIn who, Locale locale) {
    return importing
        .find(id, scope(who))
        .map(found -> ImportAnswer.of(found, words, locale))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** A manager's files may change the manager's own operator's stock only. */
  private static @Nullable String scope(SignedIn who) {
    return who.is(SignedIn.Role.ADMINISTRATOR) ? null : String.valueOf(who.operator());
  }

  private static StockFile known(String file) {
    return StockFile.of(file)
        .orElseThrow(() ->
            new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-request",
                List.of(Reason.of("UNKNOWN_FILE", "file"))));
  }

  private static HttpStatus status(Import found) {
    return switch (found.state()) {
      case RUNNING -> HttpStatus.ACCEPTED;
      case DONE -> HttpStatus.OK;
      case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
