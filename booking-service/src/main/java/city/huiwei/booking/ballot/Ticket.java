package city.huiwei.booking.ballot;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry of a draw, with nothing personal in it.
 *
 * @param ticket 128 random bits as 32 lower-case hex digits
 * @param category the group of applicants it belongs to, as the rules name it
 * @param chances 1 and one for each batch lost, at most 3
 * @param choicesHash SHA-256 of the list of choices, as 64 lower-case hex digits
 */
public record Ticket(String ticket, String category, int chances, String choicesHash) {

  public static final int MOST_CHANCES = 3;

  private static final int BYTES = 16;

  private static final Pattern TICKET = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern CATEGORY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** A ticket that nobody has. */
  public static String fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Bytes.wrap(bytes).hex();
  }

  /** What a receipt shows and the list is made of; the same for everyone who computes it. */
  public Bytes leaf(String drawId) {
    return leaf(drawId, Hash.sha256());
  }

  Bytes leaf(String drawId, Hash hash) {
    return hash.leaf(
        Hash.enc(
            Hash.text(drawId),
            Hash.text(ticket),
            Hash.text(category),
            Hash.text(Integer.toString(chances)),
            Hash.text(choicesHash)));
  }

  /** Everything that keeps it out of a draw. */
  public Stream<Refusal> flaws() {
    return Stream.of(
            refusedUnless(TICKET.matcher(ticket).matches(), new Refusal.TicketMalformed(ticket)),
            refusedUnless(
                CATEGORY.matcher(category).matches(),
                new Refusal.CategoryMalformed(ticket, category)),
            refusedUnless(
                chances >= 1 && chances <= MOST_CHANCES,
                new Refusal.ChancesOutside(ticket, chances)),
            refusedUnless(
                SHA256.matcher(choicesHash).matches(), new Refusal.ChoicesMalformed(ticket)))
        .flatMap(flaw -> flaw);
  }

  private static Stream<Refusal> refusedUnless(boolean fine, Refusal refusal) {
    return fine ? Stream.empty() : Stream.of(refusal);
  }
}
