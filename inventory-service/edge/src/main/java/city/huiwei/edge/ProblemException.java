package city.huiwei.edge;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem; the edge writes it. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String type;
  private final transient List<Reason> reasons;
  private final @Nullable Duration retryAfter;

  /**
   * @param type the last part of the problem's path, such as {@code no-place-left}
   */
  public ProblemException(HttpStatus status, String type, List<Reason> reasons) {
    this(status, type, reasons, null);
  }

  private ProblemException(
      HttpStatus status, String type, List<Reason> reasons, @Nullable Duration retryAfter) {
    super(type, null, false, false);
    this.status = status;
    this.type = type;
    this.reasons = List.copyOf(reasons);
    this.retryAfter = retryAfter;
  }

  /** We cannot answer now, but soon. */
  public static ProblemException busy(Duration retryAfter) {
    return new ProblemException(
        HttpStatus.SERVICE_UNAVAILABLE, "busy", List.of(Reason.of("BUSY")), retryAfter);
  }

  /** There is nothing here that the asker may see. */
  public static ProblemException notFound() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", List.of());
  }

  public HttpStatus status() {
    return status;
  }

  public String type() {
    return type;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
