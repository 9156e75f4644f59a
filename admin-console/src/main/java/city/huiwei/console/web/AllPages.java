package city.huiwei.console.web;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands on all pages of the console: the parts that are open to whoever signed in. */
@ControllerAdvice(annotations = Pages.class)
class AllPages {

  @ModelAttribute("parts")
  List<Part> parts(SignedIn person) {
    return Part.openTo(person);
  }
}
