package city.huiwei.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Problems and reasons in the reader's language. */
public final class Words {

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  /** The problem with its reasons in words; its detail is the reasons' sentences, if it has any. */
  public Problem problem(String type, int status, List<Reason> reasons, Locale locale) {
    var lines = reasons.stream().map(reason -> line(reason, locale)).toList();
    return new Problem(
        "/problems/" + type,
        text("problem." + type + ".title", locale),
        status,
        text("problem." + type + ".detail", locale),
        lines);
  }

  public Problem.Line line(Reason reason, Locale locale) {
    var key = "reason." + reason.code();
    return new Problem.Line(
        reason.code(),
        reason.field(),
        filled(text(key, locale), reason.facts()),
        filled(text(key + ".remedy", locale), reason.facts()));
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private static String filled(String text, Map<String, ?> facts) {
    for (var fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
    }
    return text;
  }
}
