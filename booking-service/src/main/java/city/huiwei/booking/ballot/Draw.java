package city.huiwei.booking.ballot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The draw {@code huiwei-draw/1}: a function of what was announced, frozen and revealed. */
public final class Draw {

  /** The version of this protocol, as records name it. */
  public static final String PROTOCOL = "huiwei-draw/1";

  public static final int SEED_LENGTH = 32;

  private static final int PART = 4_096;
  private static final Pattern DIGITS = Pattern.compile("[0-9](?: ?[0-9]){0,199}");
  private static final Comparator<Drawn> ORDER =
      Comparator.comparing(Drawn::number).thenComparing(drawn -> drawn.ticket().ticket());

  private record Drawn(Ticket ticket, Bytes number) {}

  private Draw() {}

  /** What binds the office to its seed before applications open. */
  public static Bytes commitment(String drawId, Bytes officeSeed) {
    return Hash.sha256()
        .of(Hash.enc(Hash.purpose("commit"), Hash.text(drawId), officeSeed.content()));
  }

  /** Whether these are digits as witnesses throw them. */
  public static boolean areDigits(String witnessDigits) {
    return DIGITS.matcher(witnessDigits).matches();
  }

  public static DrawAnswer draw(TicketList list, Announced announced, Revealed revealed) {
    var refusals = refusals(list, announced, revealed).toList();
    if (!refusals.isEmpty()) {
      return new Refused(refusals);
    }
    var key = key(list, revealed);
    return new DrawnList(announced, revealed, list.root(), key, ranked(list, key));
  }

  private static Stream<Refusal> refusals(TicketList list, Announced announced, Revealed revealed) {
    return Stream.of(
            drawnBefore(announced),
            frozen(list, announced),
            committed(announced, revealed.officeSeed()),
            witnessed(revealed.witnessDigits()),
            beacon(announced.round(), revealed.beacon()))
        .flatMap(Optional::stream);
  }

  private static Optional<Refusal> drawnBefore(Announced announced) {
    return refusal(announced.drawn(), new Refusal.DrawnBefore(announced.drawId()));
  }

  private static Optional<Refusal> frozen(TicketList list, Announced announced) {
    var published = announced.root();
    if (published == null) {
      return Optional.of(new Refusal.ListNotFrozen());
    }
    if (!announced.drawId().equals(list.drawId())) {
      return Optional.of(new Refusal.ListOfAnotherDraw(announced.drawId(), list.drawId()));
    }
    return refusal(!published.equals(list.root()), new Refusal.RootDiffers(published, list.root()));
  }

  private static Optional<Refusal> committed(Announced announced, Bytes seed) {
    if (seed.length() != SEED_LENGTH) {
      return Optional.of(new Refusal.SeedMalformed(seed.length()));
    }
    var computed = commitment(announced.drawId(), seed);
    return refusal(
        !computed.equals(announced.commitment()),
        new Refusal.CommitmentDiffers(announced.commitment(), computed));
  }

  private static Optional<Refusal> witnessed(String digits) {
    return refusal(!areDigits(digits), new Refusal.WitnessMalformed(digits));
  }

  private static Optional<Refusal> beacon(Round announced, Beacon given) {
    if (!announced.equals(given.round())) {
      return Optional.of(new Refusal.BeaconOfAnotherRound(announced, given.round()));
    }
    return refusal(
        given.value().length() != announced.length(),
        new Refusal.BeaconMalformed(announced, given.value().length()));
  }

  private static Optional<Refusal> refusal(boolean refused, Refusal refusal) {
    return refused ? Optional.of(refusal) : Optional.empty();
  }

  private static Bytes key(TicketList list, Revealed revealed) {
    var witness = Hash.sha256().of(Hash.text(revealed.witnessDigits()));
    var message =
        Hash.enc(
            Hash.purpose("key"),
            Hash.text(list.drawId()),
            Hash.text(Integer.toString(list.count())),
            revealed.officeSeed().content(),
            witness.content(),
            revealed.beacon().value().content());
    return Bytes.wrap(Hash.hmac(list.root()).doFinal(message));
  }

  private static List<DrawnTicket> ranked(TicketList list, Bytes key) {
    var order = parts(list.tickets()).flatMap(part -> numbered(part, key)).sorted(ORDER).toList();
    var ranked = new ArrayList<DrawnTicket>(order.size());
    for (var drawn : order) {
      ranked.add(new DrawnTicket(drawn.ticket(), drawn.number(), ranked.size() + 1));
    }
    return ranked;
  }

  /** The numbers of a list do not know of each other, so every core computes some. */
  private static Stream<List<Ticket>> parts(List<Ticket> tickets) {
    return IntStream.range(0, (tickets.size() + PART - 1) / PART)
        .parallel()
        .mapToObj(at -> tickets.subList(at * PART, Math.min(tickets.size(), (at + 1) * PART)));
  }

  private static Stream<Drawn> numbered(List<Ticket> part, Bytes key) {
    var numbers = new Numbers(key);
    return part.stream().map(ticket -> new Drawn(ticket, numbers.of(ticket)));
  }
}
