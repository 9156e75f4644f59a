package city.huiwei.booking.draw;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * A batch of many tickets, 100,000 by {@code -Ddraw.tickets=100000}: everything comes out as from
 * the pure protocol, and what it took is printed, for a busy machine's time proves nothing.
 */
@NullUnmarked
class DrawScaleTest {

  private static final int MANY = Integer.getInteger("draw.tickets", 5_000);

  @Test
  void manyTicketsAreDrawnAndPublished() {
    try (var city = TestCity.withRooms(1)) {
      city.bean(Freezing.class).stop();
      // The second draw meets a warm JVM, as the midnight of a batch does.
      run(city, "the first time");
      run(city, "warm");
    }
  }

  private static void run(TestCity city, String when) {
    var draw = SampleDraws.newId();
    var drawing = city.bean(Drawing.class);
    city.bean(Announcing.class).announce(SampleDraws.announcement(draw), "office").block();
    Statements.run(
        city.bookingDatabase(),
        """
        insert into draw_ticket
        select '%s', md5('%1$s' || n), 'general', 1 + n %% 3, encode(sha256(n::text::bytea), 'hex')
        from generate_series(1, %d) n
        """
            .formatted(draw, MANY),
        "analyze draw_ticket");
    SampleDraws.closed(city, draw);
    timed("frozen", when, () -> drawing.freeze(draw, "office"));
    drawing.witness(draw, SampleDraws.DIGITS, "office").block();
    drawing.reveal(draw, "office").block();
    SampleDraws.due(city, draw);
    drawing.light(draw, null, "office").block();
    timed(
        "drawn and published",
        when,
        () -> drawing.draw(draw, "office").then(drawing.publish(draw, "office")));
    timed("read as JSON", when, () -> json(city, draw));
    ranksAreComplete(city, draw);
  }

  private static Mono<Integer> json(TestCity city, String draw) {
    var disclosing = city.bean(Disclosing.class);
    return disclosing
        .one(draw)
        .flatMapMany(disclosing::written)
        .map(String::length)
        .reduce(Integer::sum)
        .doOnNext(length -> System.out.printf("%d characters%n", length));
  }

  private static void ranksAreComplete(TestCity city, String draw) {
    var last = city.bean(Results.class).inOrder(draw, MANY - 2, 10).collectList().block();
    assertThat(last).extracting(drawn -> drawn.rank()).containsExactly(MANY - 1, MANY);
    assertThat(last.getFirst().number()).isLessThan(last.getLast().number());
    var proof =
        city.bean(Disclosing.class).inclusion(draw, last.getLast().ticket().ticket()).block();
    assertThat(proof.path()).hasSizeBetween(10, 17);
  }

  private static <T> void timed(String what, String when, Supplier<Mono<T>> step) {
    var used = Runtime.getRuntime();
    var before = used.totalMemory() - used.freeMemory();
    var began = System.nanoTime();
    step.get().block();
    System.out.printf(
        "%,d tickets %s in %d ms (%s), %+d MB on the heap%n",
        MANY,
        what,
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        when,
        (used.totalMemory() - used.freeMemory() - before) >> 20);
  }
}
