package city.huiwei.booking.evidence;

import city.huiwei.edge.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A kind of paper of one application, with all that was brought of it.
 *
 * @param isNeeded whether the answers ask for it now
 */
public record Paper(String kind, boolean isNeeded, List<Document> documents) {

  /** Where it stands; only what passed proves anything. */
  public enum Standing {
    MISSING,
    WAITING,
    ASKED_AGAIN,
    PASSED
  }

  public Paper {
    documents = List.copyOf(documents);
  }

  /**
   * Nothing of it is still to be looked at, what was asked for again has come, and it is good: of
   * the two sides of a card each must be.
   */
  public Standing standing() {
    if (documents.stream().anyMatch(Document::isWaiting)) {
      return Standing.WAITING;
    }
    if (documents.stream().anyMatch(document -> document.isAskedAgain() && !hasCome(document))) {
      return Standing.ASKED_AGAIN;
    }
    return documents.isEmpty() ? Standing.MISSING : Standing.PASSED;
  }

  /** Whether something was brought after that verdict, and passed. */
  private boolean hasCome(Document askedAgain) {
    var since = askedAgain.judgedAt();
    return documents.stream()
        .anyMatch(
            document -> document.isPassed() && since != null && document.addedAt().isAfter(since));
  }

  /** Why an application that needs it cannot be found sound yet. */
  Optional<Reason> fault() {
    var field = "paper." + kind;
    return switch (standing()) {
      case MISSING -> Optional.of(Reason.of("PAPER_MISSING", field));
      case WAITING -> Optional.of(Reason.of("PAPER_TO_BE_LOOKED_AT", field));
      case ASKED_AGAIN -> Optional.of(Reason.of("PAPER_ASKED_AGAIN", field));
      case PASSED -> Optional.empty();
    };
  }
}
