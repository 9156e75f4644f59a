package city.huiwei.ops.inbox;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes short messages by signed calls; what is not signed with the secret is refused. */
final class GatewayDoor implements HttpHandler {

  /** Whoever writes to this number is told that nobody has it. */
  private static final String NOBODY = "13000000000";

  private static final int MOST_BYTES = 16 * 1024;

  private final Inbox inbox;
  private final Webhook signing;

  GatewayDoor(Inbox inbox, String secret) {
    this.inbox = inbox;
    try {
      this.signing = new Webhook(secret);
    } catch (EmptyWebhookSecretException missing) {
      throw new IllegalArgumentException("the gateway needs a secret", missing);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body =
          new String(exchange.getRequestBody().readNBytes(MOST_BYTES + 1), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status(exchange, body), -1);
    }
  }

  private int status(HttpExchange exchange, String body) {
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    if (body.length() > MOST_BYTES) {
      return 413;
    }
    try {
      signing.verify(body, lowerCase(exchange.getRequestHeaders()));
      return take(exchange.getRequestHeaders().getFirst("webhook-id"), body);
    } catch (WebhookVerificationException forged) {
      return 401;
    } catch (JacksonException unreadable) {
      return 400;
    }
  }

  /** The server writes names of headers in its own way. */
  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    var lower = new HashMap<String, List<String>>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }

  private int take(String id, String body) {
    var data = JsonMapper.shared().readTree(body).path("data");
    var to = data.path("to").asString("");
    if (to.equals(NOBODY)) {
      return 422;
    }
    inbox.add(
        new Received(
            Received.Kind.SMS, id, to, "", data.path("text").asString(""), Instant.now(), 1));
    return 204;
  }
}
