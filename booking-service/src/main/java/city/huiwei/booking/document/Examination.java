package city.huiwei.booking.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Looks at a file while it comes by, so that nothing of it has to be kept to know what it is. */
public final class Examination {

  /** What came of it. */
  public sealed interface Result {

    /** A whole document: its format, its length, and the SHA-256 of what is kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sound(Format format, long bytes, byte[] sha256) implements Result {}

    /** Not one that can be taken. */
    record Unsound(Flaw flaw) implements Result {}
  }

  private final long mostBytes;
  private final MessageDigest digest = sha256();
  private final byte[] head = new byte[Format.TELLING];
  private long received;
  private long kept;
  private @Nullable Format format;
  private @Nullable Scan scan;
  private boolean isUnknown;

  public Examination(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The next bytes; answers how many of them, from the first on, belong to the document. */
  public int next(byte[] bytes, int length) {
    int mine = 0;
    while (mine < length && isWanted()) {
      next(bytes[mine] & 0xFF);
      mine++;
    }
    received += length - mine;
    digest.update(bytes, 0, mine);
    kept += mine;
    return mine;
  }

  private boolean isWanted() {
    return !isTooLarge() && !isUnknown && (scan == null || !scan.isOver());
  }

  private void next(int octet) {
    if (received < head.length) {
      head[(int) received] = (byte) octet;
    }
    received++;
    if (scan != null) {
      scan.next(octet);
    } else if (received == head.length) {
      recognise();
    }
  }

  private void recognise() {
    int length = (int) Math.min(received, head.length);
    format = Format.of(head, length).orElse(null);
    isUnknown = format == null;
    if (format != null) {
      scan = format.scan();
      for (int at = 0; at < length; at++) {
        scan.next(head[at] & 0xFF);
      }
    }
  }

  public boolean isTooLarge() {
    return received > mostBytes;
  }

  /** How many bytes have come by, whether or not they belong to it. */
  public long received() {
    return received;
  }

  /** What it is, now that nothing more comes. */
  public Result end() {
    if (received == 0) {
      return new Result.Unsound(Flaw.EMPTY);
    }
    if (isTooLarge()) {
      return new Result.Unsound(Flaw.TOO_LARGE);
    }
    if (scan == null && !isUnknown) {
      recognise();
    }
    if (scan == null || format == null) {
      return new Result.Unsound(Flaw.UNKNOWN);
    }
    var flaw = scan.flaw();
    return flaw == null
        ? new Result.Sound(format, kept, digest.digest())
        : new Result.Unsound(flaw);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
