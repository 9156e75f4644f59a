package city.huiwei.ops.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Shows what came in: as a page to people, and as JSON to programs at {@code /received}. */
final class InboxPage implements HttpHandler {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final ResourceBundle.Control ONLY_THESE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Inbox inbox;
  private final String page = read("page.html");
  private final String message = read("message.html");
  private final String style = read("inbox.css");

  InboxPage(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> answer(exchange, 200, "text/html", html(language(exchange)));
        case "/received" ->
            answer(
                exchange,
                200,
                "application/json",
                JsonMapper.shared().writeValueAsString(inbox.all()));
        case "/inbox.css" -> answer(exchange, 200, "text/css", style);
        default -> answer(exchange, 404, "text/plain", "");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + ";charset=UTF-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Locale language(HttpExchange exchange) {
    var asked = exchange.getRequestHeaders().getFirst("Accept-Language");
    return asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
  }

  private String html(Locale language) {
    var words = ResourceBundle.getBundle("inbox.words", language, ONLY_THESE);
    var all = inbox.all();
    return filled(page, words)
        .replace("{language}", language.toLanguageTag())
        .replace("{empty}", all.isEmpty() ? words.getString("none") : "")
        .replace(
            "{messages}",
            all.stream().map(each -> html(each, words)).collect(Collectors.joining()));
  }

  private String html(Received each, ResourceBundle words) {
    return filled(message, words)
        .replace("{kind}", words.getString("kind." + each.kind()))
        .replace("{at}", TIME.format(each.at()))
        .replace("{times}", each.times() > 1 ? words.getString("times") + each.times() : "")
        .replace("{id}", escaped(each.id()))
        .replace("{to}", escaped(each.to()))
        .replace("{subject}", escaped(each.subject()))
        // Last, for it may hold anything.
        .replace("{text}", escaped(each.text()));
  }

  private static String filled(String template, ResourceBundle words) {
    for (var key : words.keySet()) {
      template = template.replace("#{" + key + "}", words.getString(key));
    }
    return template;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        // Nor does it fill a place of the page.
        .replace("{", "&#123;");
  }

  private static String read(String name) {
    try (var file = InboxPage.class.getResourceAsStream("/inbox/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
