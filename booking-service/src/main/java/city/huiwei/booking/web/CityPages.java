package city.huiwei.booking.web;

import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the city knows: where its clocks stand. */
@ControllerAdvice(annotations = Pages.class)
class CityPages {

  private final Clock clock;

  CityPages(Clock clock) {
    this.clock = clock;
  }

  @ModelAttribute("zone")
  ZoneId zone() {
    return clock.getZone();
  }
}
