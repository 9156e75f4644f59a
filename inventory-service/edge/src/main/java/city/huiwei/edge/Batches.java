package city.huiwei.edge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Answers many questions with one piece of work at a time: while a batch is in flight the next one
 * gathers, so a lone question waits for nobody and a crowd shares the cost. A question whose asker
 * went away is answered all the same: work that has begun is never cut off in the middle.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Batches<Q, A> {

  private final int most;
  private final int queue;
  private final Function<List<Q>, Mono<List<A>>> work;
  private final Queue<Pending<Q, A>> waiting = new ArrayDeque<>();
  private boolean inFlight;

  /**
   * @param most questions in a batch
   * @param queue questions that may wait; one more is refused as {@link ProblemException#busy}
   * @param work gives one answer a question, in their order
   */
  public Batches(int most, int queue, Function<List<Q>, Mono<List<A>>> work) {
    this.most = most;
    this.queue = queue;
    this.work = work;
  }

  public Mono<A> ask(Q question) {
    return Mono.defer(() -> {
      var pending = new Pending<Q, A>(question, Sinks.one());
      if (!accept(pending)) {
        return Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
      }
      next();
      return pending.answer.asMono();
    });
  }

  private synchronized boolean accept(Pending<Q, A> pending) {
    return waiting.size() < queue && waiting.add(pending);
  }

  private void next() {
    var batch = take();
    if (!batch.isEmpty()) {
      work.apply(batch.stream().map(Pending::question).toList())
          .doFinally(_ -> done())
          .subscribe(answers -> answer(batch, answers), error -> fail(batch, error));
    }
  }

  private synchronized List<Pending<Q, A>> take() {
    var batch = new ArrayList<Pending<Q, A>>();
    while (!inFlight && batch.size() < most && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    inFlight = inFlight || !batch.isEmpty();
    return batch;
  }

  private void done() {
    synchronized (this) {
      inFlight = false;
    }
    next();
  }

  private static <Q, A> void answer(List<Pending<Q, A>> batch, List<A> answers) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer.tryEmitValue(answers.get(i));
    }
  }

  private static <Q, A> void fail(List<Pending<Q, A>> batch, Throwable error) {
    batch.forEach(pending -> pending.answer.tryEmitError(error));
  }

  private record Pending<Q, A>(Q question, Sinks.One<A> answer) {}
}
