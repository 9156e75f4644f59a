package city.huiwei.ops.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that asks who one is. */
@Controller
class SignInPages {

  private static final List<String> SAMPLES =
      List.of(
          "graduate-00001",
          "graduate-00100",
          "family-00001",
          "firm-00001",
          "caseworker-op-home",
          "manager-op-home",
          "caseworker-op-care",
          "monitor",
          "auditor",
          "administrator");

  /**
   * @param unknown what was given before and is nobody's name
   */
  @GetMapping("/sign-in")
  String signIn(@RequestParam(required = false) @Nullable String unknown, Model model) {
    model.addAttribute("samples", SAMPLES);
    model.addAttribute("unknown", unknown);
    return "page";
  }
}
