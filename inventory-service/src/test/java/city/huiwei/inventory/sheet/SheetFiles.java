package city.huiwei.inventory.sheet;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files made for a test, and what is read from them. */
final class SheetFiles {

  static final Charset GB18030 = Charset.forName("GB18030");

  private SheetFiles() {}

  static byte[] join(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static List<SheetRow> rows(byte[] content) {
    try {
      var file = Files.createTempFile("sheet", null);
      try {
        Files.write(file, content);
        return rows(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static UnreadableFile refusal(byte[] content) {
    return catchThrowableOfType(UnreadableFile.class, () -> rows(content));
  }

  private static List<SheetRow> rows(Path file) throws IOException {
    var rows = new ArrayList<SheetRow>();
    try (var sheet = Sheet.open(file)) {
      sheet.forEachRemaining(rows::add);
    }
    return rows;
  }
}
