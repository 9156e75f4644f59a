package city.huiwei.ops.signin;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out an access token for a name. */
@RestController
class SampleTokenController {

  private final SampleTokens tokens;

  SampleTokenController(SampleTokens tokens) {
    this.tokens = tokens;
  }

  @PostMapping("/sample/token")
  Map<String, Object> token(@RequestParam String person) {
    var token = tokens.of(person).orElseThrow(() -> unknown(person));
    return Map.of(
        "access_token",
        token,
        "token_type",
        "Bearer",
        "expires_in",
        SampleTokens.LIFETIME.toSeconds());
  }

  private static ErrorResponseException unknown(String person) {
    var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    problem.setTitle("No sample person has this name");
    problem.setDetail(
        person
            + " is neither graduate-00001, family-00001, firm-00001 or another number,"
            + " nor caseworker-<operator>, manager-<operator>, monitor, auditor or administrator.");
    return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
  }
}
