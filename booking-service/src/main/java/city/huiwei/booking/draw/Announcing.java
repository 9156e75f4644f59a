package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Draw;
import city.huiwei.booking.ballot.FreezeAnswer;
import city.huiwei.booking.ballot.Refused;
import city.huiwei.booking.ballot.TicketList;
import city.huiwei.booking.beacon.Listening;
import city.huiwei.booking.draw.Announcement.Reserve;
import city.huiwei.booking.person.Sealing;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Announces a draw and binds the office to a seed that nobody knows yet, itself included. */
@Service
public class Announcing {

  /** Who waits longer than a day for the beacon would wait for nothing. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private static final int MOST_CAPACITY = 1_000_000;
  private static final int MOST_RESERVES = 20;

  private final Draws draws;
  private final Listening beacons;
  private final Sealing sealing;
  private final SecureRandom random = new SecureRandom();

  Announcing(Draws draws, Listening beacons, Sealing sealing) {
    this.draws = draws;
    this.beacons = beacons;
    this.sealing = sealing;
  }

  /**
   * Before applications open; in the caller's transaction. The seed is made here, written sealed
   * and shown by nobody before the reveal.
   *
   * @param actor the account that announces it
   */
  public Mono<DrawRecord> announce(Announcement said, String actor) {
    var flaws = flaws(said);
    if (!flaws.isEmpty()) {
      return Mono.error(
          new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", flaws));
    }
    var seed = seed();
    var sealed = sealing.seal(seed.hex(), sealedAs(said.draw()));
    return draws
        .announce(said, Draw.commitment(said.draw(), seed), sealed, actor)
        .filter(written -> written)
        .switchIfEmpty(Mono.error(() -> refused(Reason.of("DRAW_ID_USED", "draw"))))
        .then(Mono.defer(() -> draws.one(said.draw())));
  }

  /** What only this city's keys open again. */
  Bytes seedOf(DrawRecord draw) {
    return Bytes.ofHex(sealing.open(draw.sealedSeed().toArray(), sealedAs(draw.id())));
  }

  private static String sealedAs(String draw) {
    return "draw/" + draw + "/seed";
  }

  private Bytes seed() {
    var seed = new byte[Draw.SEED_LENGTH];
    random.nextBytes(seed);
    return Bytes.of(seed);
  }

  private List<Reason> flaws(Announcement said) {
    return Stream.of(malformed(said.draw()), places(said), times(said), beacon(said))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Reason> malformed(String draw) {
    FreezeAnswer empty = TicketList.frozen(draw, List.of());
    return empty instanceof Refused(var reasons)
        ? reasons.stream().map(BallotReason::of).findFirst()
        : Optional.empty();
  }

  private static Optional<Reason> places(Announcement said) {
    var reserves = said.reserves();
    var reserved = reserves.stream().mapToLong(Reserve::places).sum();
    var fit =
        said.capacity() >= 0
            && said.capacity() <= MOST_CAPACITY
            && reserves.size() <= MOST_RESERVES
            && reserved <= said.capacity()
            && reserves.stream().allMatch(reserve -> reserve.places() > 0);
    return fit ? Optional.empty() : Optional.of(Reason.of("DRAW_PLACES_MALFORMED", "capacity"));
  }

  private static Optional<Reason> times(Announcement said) {
    return said.closes().isBefore(said.drawsAt())
        ? Optional.empty()
        : Optional.of(Reason.of("DRAW_TIMES_MALFORMED", "drawsAt"));
  }

  /** The beacon speaks at the draw's time or soon after: before, the office could choose. */
  private Optional<Reason> beacon(Announcement said) {
    if (!beacons.knows(said.round())) {
      return Optional.of(Reason.of("BEACON_UNKNOWN", "round"));
    }
    return beacons
        .at(said.round())
        .filter(at -> at.isBefore(said.drawsAt()) || at.isAfter(said.drawsAt().plus(LONGEST_WAIT)))
        .map(_ -> Reason.of("BEACON_NOT_AT_DRAW", "round"));
  }

  private static ProblemException refused(Reason reason) {
    return new ProblemException(HttpStatus.CONFLICT, "draw-refused", List.of(reason));
  }
}
