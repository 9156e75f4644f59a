package city.huiwei.console.web;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What stands on all pages of the console: the parts that are open to whoever signed in, and the
 * city's time.
 */
@ControllerAdvice(annotations = Pages.class)
class AllPages {

  private final Clock clock;

  AllPages(Clock clock) {
    this.clock = clock;
  }

  @ModelAttribute("parts")
  Collection<List<Part>> parts(SignedIn person) {
    return Part.menuOf(person);
  }

  @ModelAttribute("zone")
  ZoneId zone() {
    return clock.getZone();
  }
}
