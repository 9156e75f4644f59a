package city.huiwei.console.web;

import city.huiwei.edge.Problem;
import city.huiwei.look.Mistake;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** A service's "no", in its own words, for the summary at the top of a page. */
public final class Refusals {

  private static final Set<Integer> REFUSED = Set.of(400, 409, 413, 422);

  private Refusals() {}

  /** All the reasons; anything that is not a "no" stays the error it is. */
  public static Mono<List<Mistake>> of(Throwable error) {
    return reasons(error, reason -> new Mistake(null, reason.message(), reason.remedy()));
  }

  /** The same where the page's controls are called as the service calls its fields. */
  public static Mono<List<Mistake>> atTheirFields(Throwable error) {
    return reasons(error, reason -> new Mistake(reason.field(), reason.message(), reason.remedy()));
  }

  /** There is nothing of that id that the reader may see. */
  public static <T> Mono<T> notHere() {
    return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Mono<List<Mistake>> reasons(
      Throwable error, Function<Problem.Line, Mistake> words) {
    return error instanceof WebClientResponseException answer
            && REFUSED.contains(answer.getStatusCode().value())
        ? Mono.justOrEmpty(answer.getResponseBodyAs(Problem.class))
            .map(problem -> reasons(problem, words))
        : Mono.error(error);
  }

  private static List<Mistake> reasons(Problem problem, Function<Problem.Line, Mistake> words) {
    return problem.reasons().isEmpty()
        ? List.of(new Mistake(null, problem.title(), problem.detail()))
        : problem.reasons().stream().map(words).toList();
  }
}
