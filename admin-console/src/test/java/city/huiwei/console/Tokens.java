package city.huiwei.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a token says, without asking whether it is true. */
public final class Tokens {

  private Tokens() {}

  /** The claims of {@code Bearer <token>}. */
  public static Map<?, ?> claims(String authorization) {
    var payload = authorization.substring("Bearer ".length()).split("\\.")[1];
    var json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return JsonMapper.shared().readValue(json, Map.class);
  }
}
