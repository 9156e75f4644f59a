package city.huiwei.booking.web;

import city.huiwei.edge.ProblemException;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;

/** The page behind each problem type: what it means and what to do. */
@Pages
class ProblemPages {

  private final MessageSource messages;

  ProblemPages(MessageSource messages) {
    this.messages = messages;
  }

  @GetMapping("/problems/{type}")
  Rendering problem(@PathVariable String type, Locale locale) {
    if (messages.getMessage("problem." + type + ".do", null, null, locale) == null) {
      throw ProblemException.notFound();
    }
    return Rendering.view("web/problem")
        .modelAttribute("problem", type)
        .modelAttribute("reasons", List.of())
        .build();
  }
}
