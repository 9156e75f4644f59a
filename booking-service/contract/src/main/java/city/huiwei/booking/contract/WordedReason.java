package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why not, and what to do, in the reader's language.
 *
 * @param field the question it is about, if one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WordedReason(String code, @Nullable String field, String message, String remedy) {}
