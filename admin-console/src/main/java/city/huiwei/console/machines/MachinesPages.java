package city.huiwei.console.machines;

import city.huiwei.look.LayoutModel;
import de.codecentric.boot.admin.server.ui.web.UiController;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells Spring Boot Admin's pages the name of the header against forged posts. */
@ControllerAdvice(assignableTypes = UiController.class)
class MachinesPages {

  @ModelAttribute("_csrf")
  Mono<CsrfToken> token(ServerWebExchange exchange) {
    return LayoutModel.csrf(exchange);
  }
}
