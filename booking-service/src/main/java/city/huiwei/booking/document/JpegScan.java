package city.huiwei.booking.document;

import org.jspecify.annotations.Nullable;

/**
 * A JPEG by ITU-T T.81, annex B: segments, each behind its marker, until the picture's data, and an
 * end. What telephones put behind the end (films, maps of brightness) is no part of it.
 */
final class JpegScan implements Scan {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int PICTURE = 0xDA;

  private enum At {
    BEFORE_MARKER,
    MARKER,
    LENGTH_HIGH,
    LENGTH_LOW,
    SEGMENT,
    DATA,
    MARKER_IN_DATA,
    OVER,
    BROKEN
  }

  private At at = At.BEFORE_MARKER;
  private int marker;
  private int left;
  private int read;
  private int height;
  private int width;
  private boolean hasFrame;
  private boolean hasPicture;
  private boolean hasStart;

  @Override
  public void next(int octet) {
    at =
        switch (at) {
          case BEFORE_MARKER -> octet == 0xFF ? At.MARKER : At.BROKEN;
          case MARKER -> octet == 0xFF ? At.MARKER : begun(octet);
          case LENGTH_HIGH -> lengthHigh(octet);
          case LENGTH_LOW -> lengthLow(octet);
          case SEGMENT -> inSegment(octet);
          case DATA -> octet == 0xFF ? At.MARKER_IN_DATA : At.DATA;
          case MARKER_IN_DATA -> inData(octet);
          case OVER, BROKEN -> at;
        };
  }

  private At begun(int code) {
    marker = code;
    if (!hasStart) {
      hasStart = code == START;
      return hasStart ? At.BEFORE_MARKER : At.BROKEN;
    }
    if (code == END) {
      return hasPicture ? At.OVER : At.BROKEN;
    }
    return code >= 0xC0 && code != START && !isRestart(code) ? At.LENGTH_HIGH : At.BROKEN;
  }

  /** A zero stands for a byte of the data that looks like a marker. */
  private At inData(int code) {
    if (code == 0 || isRestart(code)) {
      return At.DATA;
    }
    return code == 0xFF ? At.MARKER_IN_DATA : begun(code);
  }

  private static boolean isRestart(int code) {
    return code >= 0xD0 && code <= 0xD7;
  }

  private At lengthHigh(int octet) {
    left = octet << 8;
    return At.LENGTH_LOW;
  }

  /** The length counts its own two bytes. */
  private At lengthLow(int octet) {
    left += octet - 2;
    read = 0;
    return left < 0 ? At.BROKEN : left == 0 ? segmentRead() : At.SEGMENT;
  }

  private At inSegment(int octet) {
    if (isFrame(marker) && read >= 1 && read <= 2) {
      height = height << 8 | octet;
    } else if (isFrame(marker) && read >= 3 && read <= 4) {
      width = width << 8 | octet;
    }
    read++;
    return read == left ? segmentRead() : At.SEGMENT;
  }

  private At segmentRead() {
    if (isFrame(marker)) {
      var isFirst = !hasFrame;
      hasFrame = true;
      return isFirst && height > 0 && width > 0 ? At.BEFORE_MARKER : At.BROKEN;
    }
    if (marker != PICTURE) {
      return At.BEFORE_MARKER;
    }
    hasPicture = true;
    return hasFrame ? At.DATA : At.BROKEN;
  }

  /** Among these codes are three that say other things: tables of two kinds, and an extension. */
  private static boolean isFrame(int code) {
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
  }

  @Override
  public boolean isOver() {
    return at == At.OVER;
  }

  @Override
  public @Nullable Flaw flaw() {
    return switch (at) {
      case OVER -> (long) width * height > MOST_PIXELS ? Flaw.TOO_MANY_PIXELS : null;
      case BROKEN -> Flaw.DAMAGED;
      default -> Flaw.CUT_OFF;
    };
  }
}
