package city.huiwei.ops.inbox;

import java.time.Instant;

/**
 * A message that came in.
 *
 * @param id as the sender numbered it
 * @param subject empty for a short message
 * @param times how often it came; more than once when the sender did not hear that it had
 */
public record Received(
    Kind kind, String id, String to, String subject, String text, Instant at, int times) {

  /** How it came. */
  public enum Kind {
    EMAIL,
    SMS
  }

  boolean isSameAs(Received other) {
    return kind == other.kind && id.equals(other.id) && to.equals(other.to);
  }

  Received again(int times) {
    return new Received(kind, id, to, subject, text, at, times);
  }
}
