package city.huiwei.booking.document;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A PNG by ISO/IEC 15948: a signature and chunks, each with its check sum, from {@code IHDR} over
 * {@code IDAT} to {@code IEND}.
 */
final class PngScan implements Scan {

  private static final int HEADER = 0x49484452;
  private static final int DATA = 0x49444154;
  private static final int END = 0x49454E44;

  private enum At {
    SIGNATURE,
    LENGTH,
    TYPE,
    CONTENT,
    SUM,
    OVER,
    BROKEN
  }

  private final CRC32 sum = new CRC32();
  private At at = At.SIGNATURE;
  private long number;
  private int read;
  private long left;
  private int type;
  private long width;
  private long height;
  private boolean hasHeader;
  private boolean hasData;

  @Override
  public void next(int octet) {
    at =
        switch (at) {
          // The first eight bytes are why this is looked at as a PNG at all.
          case SIGNATURE -> ++read < 8 ? At.SIGNATURE : at(At.LENGTH);
          case LENGTH -> hasFour(octet) ? length() : At.LENGTH;
          case TYPE -> summed(octet) && hasFour(octet) ? type() : At.TYPE;
          case CONTENT -> content(octet);
          case SUM -> hasFour(octet) ? over() : At.SUM;
          case OVER, BROKEN -> at;
        };
  }

  private At at(At next) {
    read = 0;
    number = 0;
    return next;
  }

  private boolean hasFour(int octet) {
    number = number << 8 | octet;
    return ++read == 4;
  }

  private boolean summed(int octet) {
    sum.update(octet);
    return true;
  }

  private At length() {
    left = number;
    sum.reset();
    return left > Integer.MAX_VALUE ? At.BROKEN : at(At.TYPE);
  }

  private At type() {
    type = (int) number;
    if (hasHeader == (type == HEADER) || (type == HEADER && left != 13)) {
      return At.BROKEN;
    }
    hasHeader = true;
    hasData |= type == DATA;
    return at(left == 0 ? At.SUM : At.CONTENT);
  }

  private At content(int octet) {
    summed(octet);
    if (type == HEADER && read < 4) {
      width = width << 8 | octet;
    } else if (type == HEADER && read < 8) {
      height = height << 8 | octet;
    }
    return ++read == left ? at(At.SUM) : At.CONTENT;
  }

  private At over() {
    if (number != sum.getValue() || width == 0 || height == 0 || (type == END && !hasData)) {
      return At.BROKEN;
    }
    return type == END ? At.OVER : at(At.LENGTH);
  }

  @Override
  public boolean isOver() {
    return at == At.OVER;
  }

  @Override
  public @Nullable Flaw flaw() {
    return switch (at) {
      case OVER -> width > MOST_PIXELS / height ? Flaw.TOO_MANY_PIXELS : null;
      case BROKEN -> Flaw.DAMAGED;
      default -> Flaw.CUT_OFF;
    };
  }
}
