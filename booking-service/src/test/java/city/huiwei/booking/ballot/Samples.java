package city.huiwei.booking.ballot;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The protocol's test vector, and lists of any length. */
final class Samples {

  static final String DRAW = "graduate-housing-2026-12";
  static final Bytes SEED = sha256("test seed office");
  static final String DIGITS = "3 1 4 1 5 9 2 6";
  static final Round.Drand ROUND = new Round.Drand("8".repeat(64), 77);
  static final Beacon BEACON = new Beacon(ROUND, sha256("test beacon"));
  static final String CHOICES = sha256("P1>P2>P3").hex();

  private Samples() {}

  static Bytes sha256(String text) {
    return Bytes.ofText(text).sha256();
  }

  static List<Ticket> vector() {
    return IntStream.range(0, 5)
        .mapToObj(i ->
            new Ticket(
                sha256("ticket-" + i).hex().substring(0, 32),
                i % 2 == 0 ? "general" : "first-time",
                i == 3 ? 2 : 1,
                CHOICES))
        .toList();
  }

  static Ticket random(RandomGenerator random, int chances) {
    return new Ticket(
        "%016x%016x".formatted(random.nextLong(), random.nextLong()), "general", chances, CHOICES);
  }

  static List<Ticket> random(RandomGenerator random, int count, int chances) {
    return IntStream.range(0, count).mapToObj(i -> random(random, chances)).toList();
  }

  static TicketList frozen(List<Ticket> tickets) {
    return (TicketList) TicketList.frozen(DRAW, tickets);
  }

  static Announced announced(TicketList list) {
    return new Announced(DRAW, Draw.commitment(DRAW, SEED), list.root(), ROUND, false);
  }

  static DrawnList drawn(TicketList list, Bytes seed) {
    var announced = new Announced(DRAW, Draw.commitment(DRAW, seed), list.root(), ROUND, false);
    return (DrawnList) Draw.draw(list, announced, new Revealed(seed, DIGITS, BEACON));
  }
}
