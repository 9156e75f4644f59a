package city.huiwei.edge;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Which problem an exception is to the one who asked.
 *
 * @param type the last part of the problem's path
 */
public record Fault(HttpStatus status, String type, List<Reason> reasons) {

  /** Errors nobody foresaw are the problem {@code internal}. */
  public static Fault of(Throwable error) {
    return switch (error) {
      case ProblemException problem ->
          new Fault(problem.status(), problem.type(), problem.reasons());
      case AccessDeniedException _ -> new Fault(HttpStatus.FORBIDDEN, "forbidden", List.of());
      case AuthenticationException _ ->
          new Fault(HttpStatus.UNAUTHORIZED, "not-signed-in", List.of());
      case MissingRequestValueException missing ->
          malformed(Reason.of("VALUE_MISSING", missing.getName()));
      case ServerWebInputException input
          when cause(input, DataBufferLimitException.class) != null ->
          new Fault(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of());
      case ServerWebInputException input -> malformed(whatIsWrong(input));
      case DataBufferLimitException _ ->
          new Fault(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of());
      case ResponseStatusException response -> ofStatus(response.getStatusCode().value());
      case WebClientException _, TimeoutException _ -> ofStatus(503);
      default -> ofStatus(isAway(error) || isAway(error.getCause()) ? 503 : 500);
    };
  }

  /** Whether the database is, or was, not to be had. */
  private static boolean isAway(@Nullable Throwable error) {
    return error instanceof R2dbcTransientException
        || error instanceof R2dbcNonTransientResourceException;
  }

  private static Fault ofStatus(int status) {
    return switch (status) {
      case 400 -> malformed(Reason.of("MALFORMED"));
      case 404 -> new Fault(HttpStatus.NOT_FOUND, "not-found", List.of());
      case 405 -> new Fault(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", List.of());
      case 406 -> new Fault(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", List.of());
      case 413 -> new Fault(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of());
      case 415 -> new Fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", List.of());
      case 401 -> new Fault(HttpStatus.UNAUTHORIZED, "not-signed-in", List.of());
      case 403 -> new Fault(HttpStatus.FORBIDDEN, "forbidden", List.of());
      case 429 -> new Fault(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", List.of());
      case 503 -> new Fault(HttpStatus.SERVICE_UNAVAILABLE, "busy", List.of(Reason.of("BUSY")));
      default -> new Fault(HttpStatus.INTERNAL_SERVER_ERROR, "internal", List.of());
    };
  }

  private static Fault malformed(Reason reason) {
    return new Fault(HttpStatus.BAD_REQUEST, "malformed-request", List.of(reason));
  }

  /** The field a decoder or converter stumbled over, without a word of the library's own. */
  private static Reason whatIsWrong(ServerWebInputException input) {
    var databind = cause(input, DatabindException.class);
    if (databind != null && !databind.getPath().isEmpty()) {
      var field = databind.getPath().getLast().getPropertyName();
      var code =
          databind instanceof UnrecognizedPropertyException ? "UNKNOWN_FIELD" : "VALUE_UNREADABLE";
      return new Reason(code, field, Map.of("field", String.valueOf(field)));
    }
    var parameter = input.getMethodParameter();
    if (parameter != null && cause(input, DecodingException.class) == null) {
      return Reason.of("VALUE_UNREADABLE", String.valueOf(parameter.getParameterName()));
    }
    return Reason.of("MALFORMED");
  }

  private static <T extends Throwable> @Nullable T cause(Throwable error, Class<T> type) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}
