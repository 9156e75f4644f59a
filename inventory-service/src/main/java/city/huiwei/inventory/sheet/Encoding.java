package city.huiwei.inventory.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a text file is written in: UTF-8 or GB18030, decided strictly over all its lines, for a
 * wrong guess would enter wrong names. A file that changes between the two is refused.
 */
final class Encoding {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharsetDecoder gb18030 = GB18030.newDecoder();

  /** What a line can be read as. */
  private enum Reading {
    UTF8,
    GB18030,
    BOTH,
    NEITHER
  }

  private Encoding() {}

  static Charset of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new Encoding().of(in);
    }
  }

  /** Where every line can be read as both, it is UTF-8. */
  private Charset of(InputStream in) throws IOException {
    var lines = new TextLines(in);
    var sure = Reading.BOTH;
    while (lines.next()) {
      var reading = reading(lines.bytes());
      if (reading == Reading.NEITHER) {
        throw new UnreadableFile(
            UnreadableFile.Why.UNREADABLE_BYTES, Map.of("line", lines.number()));
      }
      if (sure != Reading.BOTH && reading != Reading.BOTH && reading != sure) {
        throw new UnreadableFile(
            UnreadableFile.Why.MIXED_ENCODINGS,
            Map.of("line", lines.number(), "from", name(sure), "to", name(reading)));
      }
      sure = sure == Reading.BOTH ? reading : sure;
    }
    return sure == Reading.GB18030 ? GB18030 : StandardCharsets.UTF_8;
  }

  private static String name(Reading reading) {
    return reading == Reading.UTF8 ? "UTF-8" : "GB18030";
  }

  private Reading reading(ByteBuffer line) {
    if (isPlain(line)) {
      return Reading.BOTH;
    }
    boolean asUtf8 = decodes(utf8, line);
    boolean asGb18030 = decodes(gb18030, line);
    if (contains(line, 0) || (!asUtf8 && !asGb18030)) {
      return Reading.NEITHER;
    }
    // Most Chinese written in UTF-8 can be read as GB18030 too, but then as characters that nobody
    // uses; so where both fit, GB18030 counts only when all is in its oldest, commonest part.
    return asUtf8 ? asGb18030 && isGb2312(line) ? Reading.BOTH : Reading.UTF8 : Reading.GB18030;
  }

  private static boolean isPlain(ByteBuffer line) {
    for (int i = 0; i < line.limit(); i++) {
      if (line.get(i) <= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(ByteBuffer line, int wanted) {
    for (int i = 0; i < line.limit(); i++) {
      if (line.get(i) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean decodes(CharsetDecoder decoder, ByteBuffer line) {
    try {
      decoder.decode(line.duplicate());
      return true;
    } catch (CharacterCodingException wrong) {
      return false;
    }
  }

  /** Whether all two-byte characters are in the rows that GB 2312 fills: 1 to 9 and 16 to 87. */
  private static boolean isGb2312(ByteBuffer line) {
    for (int i = 0; i < line.limit(); i++) {
      int lead = line.get(i) & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      int trail = ++i < line.limit() ? line.get(i) & 0xFF : 0;
      boolean filled = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
      if (!filled || trail < 0xA1 || trail == 0xFF) {
        return false;
      }
    }
    return true;
  }
}
