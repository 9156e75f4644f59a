package city.huiwei.console.web;

import java.util.Locale;

/** What can go wrong on a page, as far as it makes a difference to the reader. */
enum PageFault {
  MALFORMED(400),
  FORBIDDEN(403),
  /** The mark against forged posts is missing or no longer good. */
  EXPIRED(403),
  NOT_FOUND(404),
  TOO_LARGE(413),
  INTERNAL(500),
  /** A service or the sign-in provider does not answer. */
  AWAY(503);

  private final int status;

  PageFault(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** The beginning of its keys in the messages. */
  String key() {
    return "fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of what we answer ourselves. */
  static PageFault ofStatus(int status) {
    return switch (status) {
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 413 -> TOO_LARGE;
      case 503 -> AWAY;
      default -> status >= 400 && status < 500 ? MALFORMED : INTERNAL;
    };
  }

  /** Of a service's answer; one that is starting, busy or behind a proxy comes back by itself. */
  static PageFault ofAnswer(int status) {
    return switch (status) {
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 429, 502, 503, 504 -> AWAY;
      default -> INTERNAL;
    };
  }
}
