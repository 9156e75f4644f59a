package city.huiwei.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the city's services, with an access token. */
final class Caller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String token;

  private Caller(String token) {
    this.token = token;
  }

  /** A sample person, known to the sign-in provider by this name. */
  static Caller named(String person, String signIn) {
    var request =
        HttpRequest.newBuilder(URI.create(signIn + "/sample/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("person=" + person));
    return new Caller(answer(request, 200).get("access_token").asString());
  }

  /** Whether this address answers that all is well. */
  static boolean isReady(String address) {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(2));
    try {
      return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String token() {
    return token;
  }

  JsonNode get(String address) {
    return answer(request(address).GET(), 200);
  }

  /** Posts once: the key is new, so the same call again would be another. */
  JsonNode post(String address, JsonNode body) {
    return answer(
        request(address)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body.toString())),
        201);
  }

  JsonNode put(String address) {
    return answer(request(address).PUT(BodyPublishers.noBody()), 200);
  }

  JsonNode put(String address, String type, byte[] body) {
    return answer(
        request(address).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(body)), 200);
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
  }

  private static JsonNode answer(HttpRequest.Builder builder, int status) {
    var request = builder.timeout(PATIENCE).header("Accept-Language", "en").build();
    var answer = sent(request);
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s answered %d, not %d: %s"
              .formatted(
                  request.method(), request.uri(), answer.statusCode(), status, answer.body()));
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private static HttpResponse<String> sent(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + " got no answer: " + failure, failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
