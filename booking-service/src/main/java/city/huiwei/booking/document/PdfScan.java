package city.huiwei.booking.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PDF by ISO 32000: a header with its version, and at the end where its table stands and nothing
 * else. What stands in it compressed is not looked into; it is served so that it can do nothing.
 */
final class PdfScan implements Scan {

  private static final Pattern HEADER = Pattern.compile("%PDF-[12]\\.\\d[\\s\\S]*");
  private static final Pattern END =
      Pattern.compile("[\\s\\S]*startxref\\s+\\d{1,10}\\s+%%EOF[\\s\\x00]*");
  private static final Pattern END_BEFORE =
      Pattern.compile("[\\s\\S]*startxref\\s+\\d{1,10}\\s+%%EOF[\\s\\S]*");

  /** In the open even where the rest is compressed. */
  private static final String LOCK = "/Encrypt";

  private static final List<String> ACTIVE = List.of("/JavaScript", "/Launch", "/EmbeddedFile");

  private static final int HEAD = 8;

  /** The standard looks for the end among the last 1,024 bytes. */
  private static final int TAIL = 1_024;

  private static final int WINDOW = 8 * TAIL;

  private final byte[] window = new byte[WINDOW];
  private int filled;
  private boolean isSeen;
  private boolean hasHeader;
  private boolean isLocked;
  private boolean isActive;

  @Override
  public void next(int octet) {
    window[filled++] = (byte) octet;
    if (filled == WINDOW) {
      search();
      // What may be the end, or the first half of a word, is looked at again.
      System.arraycopy(window, WINDOW - TAIL, window, 0, TAIL);
      filled = TAIL;
    }
  }

  private void search() {
    var text = text(0);
    if (!isSeen) {
      isSeen = true;
      hasHeader = HEADER.matcher(text.substring(0, Math.min(HEAD, text.length()))).matches();
    }
    isLocked |= text.contains(LOCK);
    isActive |= ACTIVE.stream().anyMatch(text::contains);
  }

  private String text(int from) {
    return new String(window, from, filled - from, StandardCharsets.ISO_8859_1);
  }

  /** Only the last byte shows which end was the last one. */
  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public @Nullable Flaw flaw() {
    search();
    if (!hasHeader) {
      return Flaw.DAMAGED;
    }
    if (isLocked) {
      return Flaw.LOCKED;
    }
    if (isActive) {
      return Flaw.ACTIVE;
    }
    var tail = text(Math.max(0, filled - TAIL));
    if (END.matcher(tail).matches()) {
      return null;
    }
    return END_BEFORE.matcher(tail).matches() ? Flaw.NOT_ALONE : Flaw.CUT_OFF;
  }
}
