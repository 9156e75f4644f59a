package city.huiwei.ops.bench.city;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens from the sample sign-in provider; a token is good for hours. */
public final class Tokens {

  /** Enough to keep the provider busy; more would only wait there. */
  private static final int AT_ONCE = 8;

  private static final int SAY_EVERY = 5_000;

  private final String signIn;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private int lastGraduate;

  public Tokens(String signIn) {
    this.signIn = signIn;
  }

  /** As booking-service, which may ask for holds. */
  public String ofBookingService() {
    var secret = "booking-service:sample-secret-booking-service".getBytes(StandardCharsets.UTF_8);
    return token(
        HttpRequest.newBuilder(URI.create(signIn + "/oauth2/token"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build());
  }

  /** Of so many graduates who have never asked for anything yet. */
  public List<String> ofNewGraduates(int count) {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var asked = new ArrayList<Future<String>>();
      for (var n = 0; n < count; n++) {
        var person = nextGraduate();
        asked.add(threads.submit(() -> of(person)));
      }
      var tokens = new ArrayList<String>();
      for (var each : asked) {
        tokens.add(each.get());
        if (tokens.size() % SAY_EVERY == 0) {
          Screen.say("people", "%,d of %,d signed in", tokens.size(), count);
        }
      }
      return tokens;
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** Every hundredth has no verified graduation, so would be refused. */
  private String nextGraduate() {
    lastGraduate += (lastGraduate + 1) % 100 == 0 ? 2 : 1;
    return "graduate-%05d".formatted(lastGraduate);
  }

  private String of(String person) {
    return token(
        HttpRequest.newBuilder(URI.create(signIn + "/sample/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("person=" + person))
            .build());
  }

  private String token(HttpRequest request) {
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    } catch (IOException failure) {
      throw new IllegalStateException(request.uri() + " got no answer: " + failure, failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
