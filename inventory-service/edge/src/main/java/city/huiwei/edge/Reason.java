package city.huiwei.edge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a "no", as facts; its words are the message {@code reason.<code>} and what to do is
 * {@code reason.<code>.remedy}, with the facts by name in braces: {@code {nights}}.
 *
 * @param field the field of the request it is about, if one
 */
public record Reason(String code, @Nullable String field, Map<String, ?> facts) {

  public static Reason of(String code) {
    return new Reason(code, null, Map.of());
  }

  public static Reason of(String code, String field) {
    return new Reason(code, field, Map.of());
  }
}
