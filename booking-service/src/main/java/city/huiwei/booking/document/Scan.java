package city.huiwei.booking.document;

import org.jspecify.annotations.Nullable;

/** Follows the bytes of one format as they come by. */
sealed interface Scan permits JpegScan, PngScan, PdfScan {

  /** Nobody photographs more; a browser that draws it still lives. */
  long MOST_PIXELS = 250_000_000;

  /** The next byte, 0 to 255. */
  void next(int octet);

  /** Whether the document has ended, so that whatever comes now is no part of it. */
  boolean isOver();

  /** What is wrong with it if nothing more comes; absent when it is whole. */
  @Nullable Flaw flaw();
}
