package city.huiwei.ops.launcher;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody was told of a booking, and what they tried with it: either may be so. */
final class Told {

  /** No later answer goes back behind an earlier one. */
  private static final List<String> ORDER =
      List.of("CONFIRMED", "CHECKED_IN", "CANCELLED", "NO_SHOW", "DEPARTED");

  /** A booking as an answer has it. */
  record Answer(
      UUID booking,
      String reference,
      String pool,
      LocalDate from,
      LocalDate to,
      String status,
      @Nullable String unit) {

    static Answer of(JsonNode body) {
      return new Answer(
          UUID.fromString(body.get("id").asString()),
          body.get("reference").asString(),
          body.get("pool").asString().intern(),
          LocalDate.parse(body.get("from").asString()),
          LocalDate.parse(body.get("to").asString()),
          body.get("status").asString().intern(),
          body.hasNonNull("unit") ? body.get("unit").asString() : null);
    }

    private boolean isAfter(Answer other) {
      return ORDER.indexOf(status) > ORDER.indexOf(other.status);
    }
  }

  private final String key;
  private final LocalDate to;
  private volatile Set<String> tried = Set.of();
  private volatile Answer now;

  Told(String key, LocalDate to, Answer first) {
    this.key = key;
    this.to = to;
    this.now = first;
  }

  /** The Idempotency-Key it was asked for with. */
  String key() {
    return key;
  }

  /** The morning of departure as it was asked for. */
  LocalDate to() {
    return to;
  }

  /** The furthest that was answered. */
  Answer now() {
    return now;
  }

  /** States it may also be in, as somebody asked for them. */
  Set<String> tried() {
    return tried;
  }

  synchronized void tries(String status) {
    // Of many bookings nobody tries anything, so none has a set of its own before.
    tried =
        Stream.concat(tried.stream(), Stream.of(status)).collect(Collectors.toUnmodifiableSet());
  }

  synchronized void hears(Answer answer) {
    if (answer.isAfter(now)) {
      now = answer;
    }
  }

  boolean isOver() {
    return List.of("CANCELLED", "NO_SHOW", "DEPARTED").contains(now.status());
  }
}
