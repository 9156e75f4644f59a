package city.huiwei.booking.evidence;

import city.huiwei.edge.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is shown: what is wrong with it in the reader's words.
 *
 * @param state where it stands by itself: {@code WAITING}, {@code ASKED_AGAIN} or {@code PASSED}
 * @param reasons why it was asked for again, and what to do about each
 * @param mediaType as it was recognised; absent for what staff saw on paper
 * @param sha256 of the content, in hex; it stays when the content is erased
 * @param content where the content can be opened; absent once it is erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceAnswer(
    UUID id,
    UUID application,
    String kind,
    Paper.Standing state,
    List<Problem.Line> reasons,
    Instant addedAt,
    @Nullable Instant judgedAt,
    @Nullable String mediaType,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable String content) {

  static EvidenceAnswer of(Document document, List<Problem.Line> reasons) {
    var file = document.file();
    return new EvidenceAnswer(
        document.id(),
        document.application(),
        document.kind(),
        state(document),
        reasons,
        document.addedAt(),
        document.judgedAt(),
        file == null ? null : file.format().mediaType(),
        file == null ? null : file.bytes(),
        file == null ? null : file.sha256(),
        file != null && file.isKept() ? "/api/evidence/" + document.id() + "/content" : null);
  }

  private static Paper.Standing state(Document document) {
    if (document.isWaiting()) {
      return Paper.Standing.WAITING;
    }
    return document.isPassed() ? Paper.Standing.PASSED : Paper.Standing.ASKED_AGAIN;
  }
}
