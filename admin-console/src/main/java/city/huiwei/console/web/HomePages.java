package city.huiwei.console.web;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: leads to the first part that is open to whoever signed in. */
@Pages
class HomePages {

  @GetMapping("/")
  String home(SignedIn person) {
    return Part.openTo(person).stream()
        .findFirst()
        .map(part -> "redirect:" + part.path())
        .orElseThrow(() -> new AccessDeniedException("no part is open to " + person.roles()));
  }
}
