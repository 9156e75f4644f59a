package city.huiwei.inventory.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/**
 * The rows of a file, blank ones left out, read one at a time. Every step may throw {@link
 * UnreadableFile}.
 */
public sealed interface Sheet extends Iterator<SheetRow>, Closeable permits CsvSheet, XlsxSheet {

  /** Decides by the content what it is: names and content types of files are often wrong. */
  static Sheet open(Path file) throws IOException {
    var start = start(file);
    if (startsWith(start, 'P', 'K', 3, 4)) {
      return XlsxSheet.open(file);
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableFile(UnreadableFile.Why.OLD_SPREADSHEET, Map.of());
    }
    return CsvSheet.open(file);
  }

  /** Whether a row may end before the last column, as those of spreadsheets do. */
  boolean mayEndEarly();

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  private static boolean startsWith(byte[] start, int... bytes) {
    return start.length == bytes.length
        && Arrays.equals(start, 0, bytes.length, toBytes(bytes), 0, bytes.length);
  }

  private static byte[] toBytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
