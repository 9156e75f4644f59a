package city.huiwei.booking.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** The archive in a folder. */
class FolderArchiveTest extends ArchiveContractTest {

  @Override
  ArchiveSettings settings() {
    return new ArchiveSettings(keyset(), folder, null);
  }

  @Override
  String everything() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
