package city.huiwei.ops.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the very same again, as a real client would, when it is told to or hears nothing. */
final class Insisting {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int TRIES = 240;

  /** An import that another request works on, too many, and busy. */
  private static final Set<Integer> LATER = Set.of(202, 429, 503);

  private Insisting() {}

  /** What was answered in the end. */
  record Heard(int status, String body) {

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  /** Fails when it goes on for minutes. */
  static Heard ask(HttpRequest.Builder builder) throws InterruptedException {
    var request = builder.timeout(PATIENCE).build();
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        if (!LATER.contains(answer.statusCode())) {
          return new Heard(answer.statusCode(), answer.body());
        }
      } catch (IOException nothingHeard) {
        // Whether it was done nobody knows, so the same is asked again.
      }
      Thread.sleep(PAUSE);
    }
    throw new IllegalStateException("Nobody answers " + request.uri());
  }
}
