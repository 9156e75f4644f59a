package city.huiwei.booking.trial;

import city.huiwei.booking.contract.MatchingTrials.Coalition;
import city.huiwei.booking.contract.MatchingTrials.CutOff;
import city.huiwei.booking.contract.MatchingTrials.Outcome;
import city.huiwei.booking.contract.MatchingTrials.Placement;
import city.huiwei.booking.matching.Market;
import city.huiwei.booking.matching.Matched;
import city.huiwei.booking.matching.Matching;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Computes trials, one at a time and beside the event loops; a few may wait. */
@Service
class Trying implements DisposableBean {

  private static final int WAITING = 4;
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  private final Scheduler oneAtATime = Schedulers.newBoundedElastic(1, WAITING, "trial", 60, true);
  private final JsonMapper json;

  Trying(JsonMapper json) {
    this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  }

  Mono<Outcome> match(byte[] market) {
    return inTurn(() -> match(read(market)));
  }

  private <T> Mono<T> inTurn(Callable<T> trial) {
    return Mono.fromCallable(trial)
        .subscribeOn(oneAtATime)
        .onErrorMap(RejectedExecutionException.class, _ -> ProblemException.busy(A_WHILE));
  }

  private Market read(byte[] content) {
    var faults = new ArrayList<Reason>();
    var market = MarketJson.read(tree(content), faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", faults);
    }
    return market;
  }

  private JsonNode tree(byte[] content) {
    try {
      return json.readTree(content);
    } catch (JacksonException malformed) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "malformed-request", List.of(Reason.of("MALFORMED")));
    }
  }

  private static Outcome match(Market market) {
    var start = System.nanoTime();
    var matched = Matching.of(market);
    var millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return outcome(market, matched, millis);
  }

  private static Outcome outcome(Market market, Matched matched, long millis) {
    var placed = new ArrayList<Placement>();
    var unplaced = new ArrayList<String>();
    for (var family : market.families()) {
      for (var child : family.children()) {
        var place = matched.placed().get(child.id());
        if (place == null) {
          unplaced.add(child.id());
        } else {
          placed.add(new Placement(child.id(), place));
        }
      }
    }
    return new Outcome(
        placed,
        unplaced,
        matched.blocking().stream()
            .map(blocks -> new Coalition(blocks.family(), blocks.places()))
            .toList(),
        matched.cutOffs().stream()
            .map(last -> new CutOff(last.place(), last.category(), last.priority(), last.number()))
            .toList(),
        matched.rounds(),
        millis);
  }

  @Override
  public void destroy() {
    oneAtATime.dispose();
  }
}
