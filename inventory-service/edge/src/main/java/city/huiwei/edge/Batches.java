package city.huiwei.edge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  /** The batches that were asked while answers are handed out on this thread. */
  private static final ThreadLocal<@Nullable Set<Batches<?, ?>>> ASKED_MEANWHILE =
      new ThreadLocal<>();

  private final int most;
  private final int queue;
  private final Function<Q, Object> kind;
  private final Work<Q, A> work;
  private final Deque<Pending<Q, A>> waiting = new ArrayDeque<>();
  private @Nullable Batch<Q, A> following;
  private boolean inFlight;

  /** What answers batches, one at a time. */
  @FunctionalInterface
  public interface Work<Q, A> {

    /** Gives one answer a question, in their order. */
    Mono<List<A>> answer(List<Q> questions);

    /**
     * Does what can be done for the batch that comes next, which is full while another is in
     * flight. Called once at most, by the last who asked, with the list that is to be answered
     * then; it may come to be answered meanwhile.
     */
    default void prepare(List<Q> next) {}
  }

  /**
   * @param most questions in a batch
   * @param queue questions that may wait; one more is refused as {@link ProblemException#busy}
   */
  public Batches(int most, int queue, Work<Q, A> work) {
    this(most, queue, _ -> new Object(), work);
  }

  /**
   * @param kind questions of the same kind never share a batch: the later one waits for the next
   */
  public Batches(int most, int queue, Function<Q, Object> kind, Work<Q, A> work) {
    this.most = most;
    this.queue = queue;
    this.kind = kind;
    this.work = work;
  }

  public Mono<A> ask(Q question) {
    return Mono.defer(() -> {
      var pending = new Pending<Q, A>(question, Sinks.one());
      if (!accept(pending)) {
        return Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
      }
      nextOrTogether();
      prepare();
      return pending.answer.asMono();
    });
  }

  private synchronized boolean accept(Pending<Q, A> pending) {
    var prepared = following == null ? 0 : following.pending.size();
    return waiting.size() + prepared < queue && waiting.add(pending);
  }

  /**
   * Answers of one step are mostly questions of the next, and they are handed out {@linkplain
   * #together in one go}.
   */
  private void nextOrTogether() {
    var asked = ASKED_MEANWHILE.get();
    if (asked == null) {
      next();
    } else {
      asked.add(this);
    }
  }

  private void next() {
    var batch = take();
    if (batch != null) {
      Mono.defer(() -> work.answer(batch.questions))
          .filter(answers -> answers.size() == batch.questions.size())
          .switchIfEmpty(Mono.error(() -> new IllegalStateException("not one answer a question")))
          // Before the answers are handed out: the next batch is on its way meanwhile.
          .doOnTerminate(this::done)
          .subscribe(batch::answer, batch::fail);
    }
  }

  private synchronized @Nullable Batch<Q, A> take() {
    if (inFlight || following == null && waiting.isEmpty()) {
      return null;
    }
    var batch = following == null ? gather() : following;
    following = null;
    inFlight = true;
    return batch;
  }

  private void prepare() {
    var full = fullWhileInFlight();
    if (full != null) {
      work.prepare(full.questions);
    }
  }

  private synchronized @Nullable Batch<Q, A> fullWhileInFlight() {
    if (!inFlight || following != null || waiting.size() < most) {
      return null;
    }
    var next = gather();
    if (next.pending.size() < most) {
      // Of kinds that may not share it; others may still come.
      next.pending.reversed().forEach(waiting::addFirst);
      return null;
    }
    following = next;
    return next;
  }

  private Batch<Q, A> gather() {
    var batch = new ArrayList<Pending<Q, A>>();
    var kinds = new HashSet<>();
    var later = new ArrayList<Pending<Q, A>>();
    while (batch.size() < most && !waiting.isEmpty()) {
      var pending = waiting.remove();
      (kinds.add(kind.apply(pending.question)) ? batch : later).add(pending);
    }
    later.reversed().forEach(waiting::addFirst);
    return new Batch<>(batch, batch.stream().map(Pending::question).toList());
  }

  private void done() {
    synchronized (this) {
      inFlight = false;
    }
    next();
  }

  /** What is asked in the course of this leaves together, and not the first of it alone. */
  public static void together(Runnable asking) {
    if (ASKED_MEANWHILE.get() != null) {
      asking.run();
      return;
    }
    var asked = new LinkedHashSet<Batches<?, ?>>();
    ASKED_MEANWHILE.set(asked);
    try {
      asking.run();
    } finally {
      ASKED_MEANWHILE.remove();
      asked.forEach(Batches::next);
    }
  }

  private record Pending<Q, A>(Q question, Sinks.One<A> answer) {}

  private record Batch<Q, A>(List<Pending<Q, A>> pending, List<Q> questions) {

    void answer(List<A> answers) {
      together(() -> {
        for (int i = 0; i < pending.size(); i++) {
          pending.get(i).answer.tryEmitValue(answers.get(i));
        }
      });
    }

    void fail(Throwable error) {
      together(() -> pending.forEach(each -> each.answer.tryEmitError(error)));
    }
  }
}
