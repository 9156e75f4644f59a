package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application in a list of the desk; nothing in it names a person.
 *
 * @param version to be sent with the next change
 * @param since when it was sent; absent while it is a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationLine(
    UUID id,
    String reference,
    String programme,
    ApplicationState state,
    Channel channel,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant since) {}
