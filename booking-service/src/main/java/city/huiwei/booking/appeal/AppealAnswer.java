package city.huiwei.booking.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal or a request as who asked it, or who answers it, sees it.
 *
 * @param decision what it is against; absent for any other request
 * @param due when it is to be answered at the latest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppealAnswer(
    UUID id,
    String reference,
    UUID application,
    @Nullable UUID decision,
    String asked,
    Instant createdAt,
    Instant due,
    @Nullable Instant escalatedAt,
    @Nullable String answer,
    Appeal.@Nullable Outcome outcome,
    @Nullable Instant answeredAt) {

  static AppealAnswer of(Appeal appeal, String asked, @Nullable String answer) {
    return new AppealAnswer(
        appeal.id(),
        appeal.reference(),
        appeal.application(),
        appeal.decision(),
        asked,
        appeal.createdAt(),
        appeal.due(),
        appeal.escalatedAt(),
        answer,
        appeal.outcome(),
        appeal.answeredAt());
  }
}
