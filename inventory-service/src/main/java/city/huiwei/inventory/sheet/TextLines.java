package city.huiwei.inventory.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The lines of a text file as bytes, ended by LF, CR or CRLF. Neither UTF-8 nor GB18030 uses these
 * two bytes inside a character, so that lines can be told before the encoding is known.
 */
final class TextLines {

  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private int position;
  private int filled;
  private byte[] line = new byte[1 << 10];
  private int length;
  private long number;
  private boolean afterCarriageReturn;

  TextLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end of the file. */
  boolean next() throws IOException {
    length = 0;
    int found = read();
    if (found == '\n' && afterCarriageReturn) {
      found = read();
    }
    if (found < 0) {
      return false;
    }
    number++;
    while (found >= 0 && found != '\n' && found != '\r') {
      append((byte) found);
      found = read();
    }
    afterCarriageReturn = found == '\r';
    return true;
  }

  /** Counted from 1. */
  long number() {
    return number;
  }

  /** The bytes of the line without its end; good until the next line. */
  ByteBuffer bytes() {
    return ByteBuffer.wrap(line, 0, length);
  }

  private void append(byte next) {
    if (length == LONGEST) {
      throw new UnreadableFile(
          UnreadableFile.Why.LINE_TOO_LONG, Map.of("line", number, "limit", LONGEST));
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = next;
  }

  private int read() throws IOException {
    if (position == filled) {
      position = 0;
      filled = in.read(chunk);
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return chunk[position++] & 0xFF;
  }
}
