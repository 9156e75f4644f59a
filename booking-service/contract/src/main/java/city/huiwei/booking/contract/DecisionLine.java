package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of an application.
 *
 * @param outcome the state it came to, or what became of an offer
 * @param mine whether the reader decided it
 * @param appealUntil until when somebody may object; absent where nobody can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionLine(
    UUID id,
    Instant at,
    String kind,
    String outcome,
    String rulesVersion,
    boolean byAPerson,
    boolean mine,
    List<WordedReason> reasons,
    @Nullable Instant appealUntil) {}
