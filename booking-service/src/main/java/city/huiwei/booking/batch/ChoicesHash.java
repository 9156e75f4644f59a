package city.huiwei.booking.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SHA-256 of a list of wishes, so that a ticket binds the list and shows nothing of it. The
 * text is {@code pool@from/to~slack+least} of each wish, the dearest first, joined by {@code >}.
 */
final class ChoicesHash {

  private ChoicesHash() {}

  static String of(List<RankedWish> wishes) {
    return sha256(text(wishes));
  }

  /** What is hashed; whoever has a receipt can hash it again. */
  static String text(List<RankedWish> wishes) {
    return wishes.stream().map(RankedWish::text).collect(Collectors.joining(">"));
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
