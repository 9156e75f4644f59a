package city.huiwei.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class BatchesTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final List<List<Integer>> worked = new CopyOnWriteArrayList<>();

  @Test
  void aLoneQuestionWaitsForNobody() {
    var batches = new Batches<>(4, 10, this::doubled);
    assertThat(batches.ask(21).block(SOON)).isEqualTo(42);
    assertThat(worked).containsExactly(List.of(21));
  }

  @Test
  void whatArrivesWhileABatchIsInFlightIsAnsweredTogether() {
    var gate = Sinks.<Integer>one();
    var batches =
        new Batches<Integer, Integer>(
            3,
            10,
            questions -> {
              var answers = doubled(questions);
              return questions.contains(0) ? gate.asMono().then(answers) : answers;
            });
    var answers = new ArrayList<Integer>();
    Flux.range(0, 6).flatMap(batches::ask, 6).doOnNext(answers::add).subscribe();
    assertThat(answers).isEmpty();
    gate.tryEmitValue(1);
    assertThat(worked).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
    assertThat(answers).containsExactlyInAnyOrder(0, 2, 4, 6, 8, 10);
  }

  @Test
  void theNextBatchIsPreparedOnceItIsFullAndComesAsItWasPrepared() {
    var gate = Sinks.<Integer>one();
    var prepared = new ArrayList<List<Integer>>();
    var came = new ArrayList<List<Integer>>();
    var batches =
        new Batches<>(
            2,
            10,
            new Batches.Work<Integer, Integer>() {
              @Override
              public Mono<List<Integer>> answer(List<Integer> questions) {
                came.add(questions);
                var answers = Mono.just(questions);
                return questions.contains(0) ? gate.asMono().then(answers) : answers;
              }

              @Override
              public void prepare(List<Integer> next) {
                prepared.add(next);
              }
            });
    var answers = new ArrayList<Integer>();
    for (int question = 0; question < 5; question++) {
      batches.ask(question).subscribe(answers::add);
      assertThat(prepared).hasSize(question < 2 ? 0 : 1);
    }
    gate.tryEmitValue(1);
    assertThat(came).containsExactly(List.of(0), List.of(1, 2), List.of(3, 4));
    assertThat(prepared).singleElement().isSameAs(came.get(1));
    assertThat(answers).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void oneMoreThanMayWaitIsToldThatWeAreBusy() {
    var never = Mono.<List<Integer>>never();
    var batches = new Batches<Integer, Integer>(1, 2, _ -> never);
    for (int question = 0; question < 3; question++) {
      batches.ask(question).subscribe();
    }
    assertThatThrownBy(() -> batches.ask(3).block(SOON)).hasMessage("busy");
  }

  @Test
  void anErrorReachesEveryoneInTheBatchAndNobodyElse() {
    var batches =
        new Batches<Integer, Integer>(
            10,
            10,
            questions ->
                questions.contains(13)
                    ? Mono.error(new IllegalStateException())
                    : doubled(questions));
    assertThatThrownBy(() -> batches.ask(13).block(SOON)).isInstanceOf(IllegalStateException.class);
    assertThat(batches.ask(1).block(SOON)).isEqualTo(2);
  }

  @Test
  void whoeverGoesAwayDoesNotCutTheWorkOff() {
    var done = new AtomicInteger();
    var gate = Sinks.<Integer>one();
    var batches =
        new Batches<Integer, Integer>(
            10,
            10,
            questions ->
                gate.asMono().then(doubled(questions)).doOnNext(_ -> done.incrementAndGet()));
    batches.ask(1).subscribe().dispose();
    gate.tryEmitValue(1);
    assertThat(done).hasValue(1);
    assertThat(batches.ask(2).block(SOON)).isEqualTo(4);
  }

  @Test
  void aCrowdFromManyThreadsIsAnsweredOnceEach() {
    var inside = new AtomicInteger();
    var batches =
        new Batches<Integer, Integer>(
            16,
            1_000,
            questions ->
                Mono.fromRunnable(() -> assertThat(inside.incrementAndGet()).isEqualTo(1))
                    .then(Mono.delay(Duration.ofMillis(1)))
                    .then(Mono.fromRunnable(inside::decrementAndGet))
                    .then(doubled(questions)));
    var answers =
        Flux.range(0, 1_000)
            .parallel(4)
            .runOn(Schedulers.parallel())
            .flatMap(batches::ask, false, 250)
            .sequential()
            .collectList()
            .block(SOON);
    assertThat(answers).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(worked).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(16));
  }

  @Test
  void questionsOfOneKindNeverShareABatch() {
    var gate = Sinks.<Integer>one();
    var batches =
        new Batches<Integer, Integer>(
            3,
            10,
            question -> question % 10,
            questions -> {
              var answers = doubled(questions);
              return questions.contains(0) ? gate.asMono().then(answers) : answers;
            });
    var answers = new ArrayList<Integer>();
    Flux.just(0, 11, 21, 31, 2, 12, 3).flatMap(batches::ask, 10).doOnNext(answers::add).subscribe();
    gate.tryEmitValue(1);
    assertThat(worked).containsExactly(List.of(0), List.of(11, 2, 3), List.of(21, 12), List.of(31));
    assertThat(answers).hasSize(7);
  }

  @Test
  void theAnswersOfOneStepAreTheQuestionsOfTheNextAllTogether() {
    var gate = Sinks.<Integer>one();
    var first =
        new Batches<Integer, Integer>(
            10, 10, questions -> gate.asMono().thenReturn(questions.stream().toList()));
    var second = new Batches<>(10, 10, this::doubled);
    var answers = new ArrayList<Integer>();
    first.ask(0).subscribe();
    Flux.range(1, 4)
        .flatMap(question -> first.ask(question).flatMap(second::ask), 10)
        .doOnNext(answers::add)
        .subscribe();
    gate.tryEmitValue(1);
    assertThat(worked).containsExactly(List.of(1, 2, 3, 4));
    assertThat(answers).containsExactly(2, 4, 6, 8);
  }

  @Test
  void workThatThrowsOrForgetsAnAnswerStopsNobodyAfterIt() {
    var batches =
        new Batches<Integer, Integer>(
            1,
            10,
            questions ->
                switch (questions.getFirst()) {
                  case 1 -> throw new IllegalStateException("thrown");
                  case 2 -> Mono.just(List.of());
                  case 3 -> Mono.empty();
                  default -> doubled(questions);
                });
    assertThatThrownBy(() -> batches.ask(1).block(SOON)).hasMessage("thrown");
    assertThatThrownBy(() -> batches.ask(2).block(SOON)).hasMessage("not one answer a question");
    assertThatThrownBy(() -> batches.ask(3).block(SOON)).hasMessage("not one answer a question");
    assertThat(batches.ask(4).block(SOON)).isEqualTo(8);
  }

  private Mono<List<Integer>> doubled(List<Integer> questions) {
    return Mono.fromSupplier(() -> {
      worked.add(Collections.unmodifiableList(new ArrayList<>(questions)));
      return questions.stream().map(question -> 2 * question).toList();
    });
  }
}
