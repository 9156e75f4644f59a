package city.huiwei.booking.web;

import city.huiwei.edge.Reason;
import city.huiwei.edge.Words;
import city.huiwei.look.Mistake;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reasons as an error summary says them: in words, with dates as a person writes them. */
@Component
public class Mistakes {

  private final Words words;
  private final MessageSource messages;

  Mistakes(Words words, MessageSource messages) {
    this.words = words;
    this.messages = messages;
  }

  public List<Mistake> of(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(reason -> of(reason, locale)).toList();
  }

  private Mistake of(Reason reason, Locale locale) {
    var facts = facts(reason.facts(), locale);
    var line = words.line(new Reason(reason.code(), reason.field(), facts), locale);
    return new Mistake(line.field(), line.message(), line.remedy());
  }

  private Map<String, Object> facts(Map<String, ?> facts, Locale locale) {
    var day = DateTimeFormatter.ofPattern(messages.getMessage("look.day", null, locale), locale);
    var said = new HashMap<String, Object>(facts);
    said.replaceAll((_, fact) -> fact instanceof LocalDate date ? day.format(date) : fact);
    return said;
  }
}
