package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.Bytes;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SHA-256 of a list of wishes, so that a ticket binds the list and shows nothing of it. The
 * text is {@code pool@from/to~slack+least} of each wish, the dearest first, joined by {@code >}.
 */
final class ChoicesHash {

  private ChoicesHash() {}

  static String of(List<RankedWish> wishes) {
    return Bytes.ofText(text(wishes)).sha256().hex();
  }

  /** What is hashed; whoever has a receipt can hash it again. */
  static String text(List<RankedWish> wishes) {
    return wishes.stream().map(RankedWish::text).collect(Collectors.joining(">"));
  }
}
