package city.huiwei.booking.residence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A result that is public for a time. It names firms, and never a person, nor the bed of one.
 *
 * @param firm absent where a person has the place
 * @param units how many
 * @param until the day on which it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Published(
    UUID id,
    String reference,
    @Nullable String firm,
    String site,
    int units,
    @Nullable BigDecimal squareMetres,
    LocalDate until) {}
