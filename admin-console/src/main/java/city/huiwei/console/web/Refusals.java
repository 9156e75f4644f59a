package city.huiwei.console.web;

import city.huiwei.edge.Problem;
import city.huiwei.look.Mistake;
import java.util.List;
import java.util.Set;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** A service's "no", in its own words, for the summary at the top of a page. */
public final class Refusals {

  private static final Set<Integer> REFUSED = Set.of(400, 409, 413, 422);

  private Refusals() {}

  /** All the reasons; anything that is not a "no" stays the error it is. */
  public static Mono<List<Mistake>> of(Throwable error) {
    return error instanceof WebClientResponseException answer
            && REFUSED.contains(answer.getStatusCode().value())
        ? Mono.justOrEmpty(answer.getResponseBodyAs(Problem.class)).map(Refusals::reasons)
        : Mono.error(error);
  }

  private static List<Mistake> reasons(Problem problem) {
    return problem.reasons().isEmpty()
        ? List.of(new Mistake(null, problem.title(), problem.detail()))
        : problem.reasons().stream()
            .map(reason -> new Mistake(null, reason.message(), reason.remedy()))
            .toList();
  }
}
