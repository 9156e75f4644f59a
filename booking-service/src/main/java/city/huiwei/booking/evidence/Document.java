package city.huiwei.booking.evidence;

import city.huiwei.booking.document.Format;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One paper of an application: a file that was brought, or what staff saw on paper.
 *
 * @param kind which paper it is to be, in the programme's words
 * @param file absent for what was seen on paper
 * @param verdict absent until somebody has looked at it
 */
public record Document(
    UUID id,
    UUID application,
    String kind,
    Instant addedAt,
    @Nullable File file,
    @Nullable Verdict verdict,
    @Nullable Instant judgedAt) {

  /**
   * What is known of a file.
   *
   * @param sha256 of its content, in hex; it stays when the content is erased
   * @param isKept whether its content can still be opened
   */
  public record File(Format format, long bytes, String sha256, boolean isKept) {}

  boolean isWaiting() {
    return verdict == null;
  }

  boolean isPassed() {
    return verdict != null && verdict.outcome() == Verdict.Outcome.PASSED;
  }

  boolean isAskedAgain() {
    return verdict != null && verdict.outcome() == Verdict.Outcome.ASKED_AGAIN;
  }
}
