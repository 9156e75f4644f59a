package city.huiwei.booking.programme;

import city.huiwei.edge.Reason;
import java.util.Map;

/**
 * One rule's "no".
 *
 * @param problem the problem it is to who asked, the last part of its path
 */
public record Refusal(String problem, Reason reason) {

  static Refusal of(String problem, String code, String field, Map<String, ?> facts) {
    return new Refusal(problem, new Reason(code, field, facts));
  }
}
