package city.huiwei.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does: keeps cookies, follows where it is sent, fills in forms. */
public final class Browser {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient following =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final HttpClient staying = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String site;

  Browser(String site) {
    this.site = site;
  }

  void signIn(String person) {
    var page = get("/");
    var answer =
        send(
            following,
            request(page.uri().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(Map.of("person", person, "_csrf", hidden(page.body(), "_csrf")))));
    if (!answer.uri().toString().startsWith(site)) {
      throw new AssertionError("Did not come back: " + answer.uri() + " " + answer.body());
    }
  }

  /** Opens a page, wherever it leads. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(following, request(path, headers).GET());
  }

  /** Asks for a page and stays with the answer. */
  public HttpResponse<String> ask(String path, String... headers) {
    return send(staying, request(path, headers).GET());
  }

  /** Sends a form and follows. */
  public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    return send(
        following,
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(form(fields)));
  }

  public HttpResponse<String> send(String method, String path, BodyPublisher body, String... all) {
    return send(following, request(path, all).method(method, body));
  }

  /** The value of a hidden field on a page. */
  public static String hidden(String page, String name) {
    var matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("No field " + name + " in " + page);
    }
    return matcher.group(1);
  }

  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = request(URI.create(site + path));
    request.setHeader("Accept", "text/html,*/*;q=0.8");
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    return request;
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address);
  }

  private static BodyPublisher form(Map<String, String> fields) {
    return BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }
}
