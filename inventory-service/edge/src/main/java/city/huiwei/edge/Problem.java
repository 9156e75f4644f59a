package city.huiwei.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it, in the reader's language.
 *
 * @param type an absolute path with a page behind it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<Line> reasons) {

  /** One reason in words: what is wrong, where, and what to do. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(String code, @Nullable String field, String message, String remedy) {}
}
