package city.huiwei.booking.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant, or who acts for them, sees it.
 *
 * @param version to be sent with the next change
 * @param since when it was sent; absent while it is a draft
 * @param answers by the code of the question; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationAnswer(
    UUID id,
    String reference,
    String programme,
    ApplicationState state,
    Channel channel,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant since,
    @Nullable Map<String, List<String>> answers) {

  public static ApplicationAnswer of(Application application) {
    return of(application, null);
  }

  public static ApplicationAnswer of(Application application, @Nullable Dossier dossier) {
    return new ApplicationAnswer(
        application.id(),
        application.reference(),
        application.programme(),
        application.state(),
        application.channel(),
        application.version(),
        application.createdAt(),
        application.changedAt(),
        application.since(),
        dossier == null ? null : dossier.answers().values());
  }
}
