package city.huiwei.console.web;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of the console shows: the parts that are open to whoever signed in. */
@ControllerAdvice(annotations = Pages.class)
class Menu {

  @ModelAttribute("parts")
  List<Part> parts(SignedIn person) {
    return Part.openTo(person);
  }
}
