package city.huiwei.booking.draw;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Draw;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.draw.Announcement.Kind;
import city.huiwei.booking.draw.Announcement.Reserve;
import city.huiwei.booking.person.Sealing;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Draws of a test city, and a way past their deadlines. */
final class SampleDraws {

  static final String OPERATOR = "op-home";
  static final String QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
  static final String CHOICES = sha256("P1>P2>P3");

  private static final Duration SOON = Duration.ofHours(1);

  /** The test vector's: the seed it was committed to, and what the beacon is to have said. */
  static final String VECTOR = "graduate-housing-2026-12";

  static final Bytes SEED = Bytes.ofHex(sha256("test seed office"));
  static final Bytes BEACON = Bytes.ofHex(sha256("test beacon"));
  static final String DIGITS = "3 1 4 1 5 9 2 6";

  private SampleDraws() {}

  /** Announced with a seed of our choice instead of one that nobody knows. */
  static void announce(TestCity city, Announcement said, Bytes seed) {
    var sealed = city.bean(Sealing.class).seal(seed.hex(), "draw/" + said.draw() + "/seed");
    var commitment = Draw.commitment(said.draw(), seed);
    city.bean(Draws.class).announce(said, commitment, sealed, "office").block();
  }

  /** The vector's draw up to its publication, with its own seed, digits and beacon. */
  static void publishVector(TestCity city) {
    announce(city, announcement(VECTOR, new Round.Drand(QUICKNET, 40_000_000)), SEED);
    vector().forEach(ticket -> city.bean(Tickets.class).enter(VECTOR, ticket).block());
    closed(city, VECTOR);
    var drawing = city.bean(Drawing.class);
    drawing.freeze(VECTOR, "office").block();
    drawing.witness(VECTOR, DIGITS, "office").block();
    drawing.reveal(VECTOR, "office").block();
    due(city, VECTOR);
    var trace = new Draws.Trace(DrawStep.LIGHT, "", "office");
    city.bean(Draws.class).light(VECTOR, BEACON, trace).block();
    drawing.draw(VECTOR, "office").block();
    drawing.publish(VECTOR, "office").block();
  }

  /** Through all its steps, without a beacon. */
  static void publish(TestCity city, String draw) {
    closed(city, draw);
    var drawing = city.bean(Drawing.class);
    drawing.freeze(draw, "office").block();
    drawing.witness(draw, DIGITS, "office").block();
    drawing.reveal(draw, "office").block();
    due(city, draw);
    drawing.light(draw, null, "office").block();
    drawing.draw(draw, "office").block();
    drawing.publish(draw, "office").block();
  }

  static String newId() {
    return "test-" + UUID.randomUUID();
  }

  static Announcement announcement(String draw) {
    return announcement(draw, new Round.None());
  }

  static Announcement announcement(String draw, Round round) {
    var closes = Instant.now().plus(SOON);
    return new Announcement(
        draw,
        Kind.BATCH,
        UUID.randomUUID(),
        OPERATOR,
        "2026-12",
        3,
        List.of(new Reserve("first-time", 1)),
        ReserveOrder.MINIMUM_GUARANTEE,
        closes,
        closes.plus(SOON),
        round,
        null);
  }

  /** The tickets of the protocol's test vector. */
  static List<Ticket> vector() {
    return IntStream.range(0, 5).mapToObj(SampleDraws::ticket).toList();
  }

  static Ticket ticket(int i) {
    return new Ticket(
        sha256("ticket-" + i).substring(0, 32),
        i % 2 == 0 ? "general" : "first-time",
        i == 3 ? 2 : 1,
        CHOICES);
  }

  /** The deadline is over: the promises that keep it are asleep for one statement. */
  static void closed(TestCity city, String draw) {
    moved(city, draw, "closes = now() - interval '1 second'");
  }

  /** The time of the beacon has come. */
  static void due(TestCity city, String draw) {
    moved(
        city,
        draw,
        "closes = now() - interval '2 seconds', draws_at = now() - interval '1 second'");
  }

  private static void moved(TestCity city, String draw, String times) {
    Statements.run(
        city.bookingDatabase(),
        """
        do $$ begin
          set local session_replication_role = replica;
          update draw set %s where draw = '%s';
        end $$
        """
            .formatted(times, draw));
  }

  static String sha256(String text) {
    return Bytes.ofText(text).sha256().hex();
  }
}
