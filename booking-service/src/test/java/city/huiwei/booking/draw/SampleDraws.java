package city.huiwei.booking.draw;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.draw.Announcement.Kind;
import city.huiwei.booking.draw.Announcement.Reserve;
import city.huiwei.booking.draw.Announcement.ReserveOrder;
import city.huiwei.edge.testing.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Draws of a test city, and a way past their deadlines. */
final class SampleDraws {

  static final String OPERATOR = "op-home";
  static final String CHOICES = sha256("P1>P2>P3");

  private static final Duration SOON = Duration.ofHours(1);

  private SampleDraws() {}

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
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
