package city.huiwei.console.web;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

/** What can go wrong on a page, as far as it makes a difference to the reader. */
enum PageFault {
  MALFORMED(400),
  FORBIDDEN(403),
  /** The mark against forged posts is missing or no longer good. */
  EXPIRED(403),
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
      case DataBufferLimitException _ -> TOO_LARGE;
      case ResponseStatusException response
          when response.getCause() instanceof DataBufferLimitException ->
          TOO_LARGE;
      case CsrfException _ -> EXPIRED;
      case AccessDeniedException _ -> FORBIDDEN;
      case ResponseStatusException response -> ofStatus(response.getStatusCode());
      case WebClientResponseException answer -> ofAnswer(answer.getStatusCode());
      default -> isOutOfReach(error) ? AWAY : INTERNAL;
    };
  }

  /** A service or the sign-in provider does not answer. */
  private static boolean isOutOfReach(Throwable error) {
    var cause = NestedExceptionUtils.getMostSpecificCause(error);
    return cause instanceof IOException || cause instanceof TimeoutException;
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
