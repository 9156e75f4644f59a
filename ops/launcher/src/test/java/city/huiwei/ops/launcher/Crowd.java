package city.huiwei.ops.launcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Many graduates who ask at the same moment, each once and with a key of their own. */
final class Crowd {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What one of them heard; a status of 0 is no answer at all. */
  record Answer(int status, String body, Duration taken) {

    boolean isBooked() {
      return status == 201;
    }

    String booking() {
      return JsonMapper.shared().readTree(body).get("id").asString();
    }
  }

  private record Member(String name, String token) {}

  private final String bookings;
  private final List<Member> members;

  private Crowd(String bookings, List<Member> members) {
    this.bookings = bookings;
    this.members = members;
  }

  /** So many graduates, from this number on. */
  static Crowd of(SharedCity city, int first, int size) {
    var members =
        IntStream.iterate(first, number -> number + 1)
            // Numbers that end in 00 have no verified graduation.
            .filter(number -> number % 100 != 0)
            .limit(size)
            .parallel()
            .mapToObj(number -> "graduate-" + number)
            .map(name -> new Member(name, city.caller(name).token()))
            .toList();
    return new Crowd(city.booking() + "/api/bookings", members);
  }

  /** All of them ask at once; asked again, they repeat what they asked. */
  List<CompletableFuture<Answer>> ask(String pool, LocalDate from, LocalDate to) {
    var wish = Rooms.wish(pool, from, to).toString();
    return members.stream().map(member -> ask(member, wish)).toList();
  }

  static List<Answer> all(List<CompletableFuture<Answer>> asked) {
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Answer> ask(Member member, String wish) {
    var since = System.nanoTime();
    var request =
        HttpRequest.newBuilder(URI.create(bookings))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + member.token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", member.name())
            .POST(BodyPublishers.ofString(wish))
            .build();
    return CLIENT
        .sendAsync(request, BodyHandlers.ofString())
        .handle((answer, failure) -> {
          var taken = Duration.ofNanos(System.nanoTime() - since);
          return failure == null
              ? new Answer(answer.statusCode(), answer.body(), taken)
              : new Answer(0, String.valueOf(failure), taken);
        });
  }
}
