package city.huiwei.console.web;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

/** Which fault an exception is to the reader of a page. */
final class Faults {

  private Faults() {}

  static PageFault of(Throwable error) {
    var cause = NestedExceptionUtils.getMostSpecificCause(error);
    return switch (error) {
      case CsrfException _ -> PageFault.EXPIRED;
      case AccessDeniedException _ -> PageFault.FORBIDDEN;
      case WebClientResponseException answer -> PageFault.ofAnswer(answer.getStatusCode().value());
      case Throwable _ when cause instanceof DataBufferLimitException -> PageFault.TOO_LARGE;
      case DecodingException _ -> PageFault.MALFORMED;
      case ResponseStatusException response -> PageFault.ofStatus(response.getStatusCode().value());
      case Throwable _ when cause instanceof IOException || cause instanceof TimeoutException ->
          PageFault.AWAY;
      default -> PageFault.INTERNAL;
    };
  }
}
