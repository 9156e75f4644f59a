package city.huiwei.booking.ballot;

import java.util.Locale;

/** One reason why a list is not frozen or a draw does not take place, as facts. */
public sealed interface Refusal {

  record DrawIdMalformed(String drawId) implements Refusal {}

  record TicketMalformed(String ticket) implements Refusal {}

  record TicketTwice(String ticket) implements Refusal {}

  record CategoryMalformed(String ticket, String category) implements Refusal {}

  record ChancesOutside(String ticket, int chances) implements Refusal {}

  record ChoicesMalformed(String ticket) implements Refusal {}

  record TooManyTickets(int count, int most) implements Refusal {}

  /** No root was published: applications may still come. */
  record ListNotFrozen() implements Refusal {}

  record ListOfAnotherDraw(String announced, String list) implements Refusal {}

  /** A ticket came, went or changed after the freeze. */
  record RootDiffers(Bytes published, Bytes computed) implements Refusal {}

  record SeedMalformed(int length) implements Refusal {}

  /** The seed revealed is not the one committed to. */
  record CommitmentDiffers(Bytes published, Bytes computed) implements Refusal {}

  record WitnessMalformed(String digits) implements Refusal {}

  record BeaconOfAnotherRound(Round announced, Round given) implements Refusal {}

  record BeaconMalformed(Round round, int length) implements Refusal {}

  /** A draw is never repeated in place. */
  record DrawnBefore(String drawId) implements Refusal {}

  /** A short name for words and records: {@code commitment-differs}. */
  default String code() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
