package city.huiwei.console;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server that says what a test tells it to, and remembers what it was asked. */
public final class StandIn {

  /** What came in. */
  public record Asked(
      String method,
      String address,
      String authorization,
      String language,
      String key,
      String body) {}

  /** What goes out. */
  public record Answer(int status, String type, Flux<String> body) {

    public static Answer json(int status, Object content) {
      return new Answer(status, "application/json", text(content));
    }

    public static Answer problem(int status, Object content) {
      return new Answer(status, "application/problem+json", text(content));
    }

    private static Flux<String> text(Object content) {
      return Flux.just(JsonMapper.shared().writeValueAsString(content));
    }
  }

  private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final DisposableServer server =
      HttpServer.create().host("localhost").port(0).handle(this::answer).bindNow();

  public String address() {
    return "http://localhost:" + server.port();
  }

  /**
   * @param question method and path, such as {@code GET /api/occupancy}
   */
  public void on(String question, Function<Asked, Answer> answer) {
    answers.put(question, answer);
  }

  /** For paths that end in an id nobody knows beforehand. */
  public void onAnyPut(String path, Function<Asked, Answer> answer) {
    answers.put("PUT " + path, answer);
  }

  public List<Asked> asked(String question) {
    return asked.stream()
        .filter(each -> (each.method() + " " + each.address()).startsWith(question))
        .toList();
  }

  private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .map(body -> remembered(request, body))
        .flatMap(each -> send(response, answer(request, each)));
  }

  private Answer answer(HttpServerRequest request, Asked each) {
    var question = request.method().name() + " /" + request.path();
    var answer = answers.getOrDefault(question, answers.get(question.replaceAll("[^/]*$", "")));
    return answer == null ? Answer.problem(404, Map.of("title", "none")) : answer.apply(each);
  }

  private static Mono<Void> send(HttpServerResponse response, Answer answer) {
    return response
        .status(answer.status())
        .header("Content-Type", answer.type())
        .sendString(answer.body())
        .then();
  }

  private Asked remembered(HttpServerRequest request, String body) {
    var headers = request.requestHeaders();
    var each =
        new Asked(
            request.method().name(),
            request.uri(),
            headers.get("Authorization", ""),
            headers.get("Accept-Language", ""),
            headers.get("Idempotency-Key", ""),
            body);
    asked.add(each);
    return each;
  }
}
