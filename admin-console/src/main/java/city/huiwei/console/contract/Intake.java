package city.huiwei.console.contract;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/** Inventory's imports; the same id with the same content is the same import. */
public interface Intake {

  /** Answers when the import has ended; a refused one is a 422 with its report. */
  @PutExchange(url = "/api/imports/{id}", contentType = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Mono<Void> put(
      @PathVariable UUID id,
      @RequestParam String file,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
      @RequestHeader(HttpHeaders.ACCEPT_LANGUAGE) String language,
      @RequestBody Resource content);

  /** Empty (404) when there is none of that id that the asker may see. */
  @GetExchange("/api/imports/{id}")
  Mono<ImportReport> find(@PathVariable UUID id);
}
