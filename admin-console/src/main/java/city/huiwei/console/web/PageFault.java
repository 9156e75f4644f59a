package city.huiwei.console.web;

import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

/** What can go wrong on a page, as far as it makes a difference to the reader. */
enum PageFault {
  MALFORMED(400),
  FORBIDDEN(403),
  NOT_FOUND(404),
  TOO_LARGE(413),
  INTERNAL(500),
  AWAY(503);

  private final int status;

  PageFault(int status) {
    this.status = status;
  }

  static PageFault of(Throwable error) {
    return switch (error) {
      case AccessDeniedException _ -> FORBIDDEN;
      case ResponseStatusException response -> ofStatus(response.getStatusCode());
      case WebClientResponseException answer -> ofAnswer(answer.getStatusCode());
      case WebClientRequestException _ -> AWAY;
      default -> INTERNAL;
    };
  }

  int status() {
    return status;
  }

  /** The beginning of its keys in the messages. */
  String key() {
    return "fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static PageFault ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 413 -> TOO_LARGE;
      case 503 -> AWAY;
      default -> status.is4xxClientError() ? MALFORMED : INTERNAL;
    };
  }

  // A service that is starting, overloaded or behind a restarting proxy comes back by itself.
  private static PageFault ofAnswer(HttpStatusCode status) {
    return switch (status.value()) {
      case 403, 404 -> ofStatus(status);
      case 429, 502, 503, 504 -> AWAY;
      default -> INTERNAL;
    };
  }
}
