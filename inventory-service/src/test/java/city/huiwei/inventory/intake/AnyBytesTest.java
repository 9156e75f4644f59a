package city.huiwei.inventory.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.stockfile.Problems;
import city.huiwei.inventory.stockfile.Rules;
import city.huiwei.inventory.stockfile.StockFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in, what comes of it is rows and problems and never an exception. */
class AnyBytesTest {

  @TempDir private Path folder;

  @Test
  void randomBytesHaveProblems() throws IOException {
    var random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      var bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThat(problems(StockFile.SITES, bytes).total()).isPositive();
    }
  }

  @Test
  void soundFilesWithDamageAreReadOrRefused() throws IOException {
    var random = new Random(11);
    for (var file : StockFile.values()) {
      var text = StockRoom.sample(file).lines().limit(30).toList();
      var utf8 = String.join("\n", text).getBytes(UTF_8);
      var gb18030 = String.join("\r\n", text).getBytes(Charset.forName("GB18030"));
      var spreadsheet = spreadsheet(text);
      for (int round = 0; round < 150; round++) {
        problems(file, damaged(random, utf8));
        problems(file, damaged(random, gb18030));
        problems(file, damaged(random, spreadsheet));
      }
    }
  }

  @Test
  void soundFilesWithoutDamageHaveNone() throws IOException {
    for (var file : StockFile.values()) {
      var text = StockRoom.sample(file).lines().limit(30).toList();
      assertThat(problems(file, String.join("\n", text).getBytes(UTF_8)).total()).isZero();
      assertThat(problems(file, spreadsheet(text)).total()).isZero();
    }
  }

  private Problems problems(StockFile file, byte[] content) throws IOException {
    var path = Files.write(folder.resolve("file"), content);
    try (var rows = new StagedRows(path, file, Rules.delivered(), (row, text) -> text.row(row))) {
      while (rows.next().isPresent()) {}
      return rows.problems();
    }
  }

  private static byte[] damaged(Random random, byte[] sound) {
    var bytes = sound.clone();
    for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> System.arraycopy(sound, 0, bytes, at, Math.min(20, bytes.length - at));
      }
    }
    return bytes;
  }

  private static byte[] spreadsheet(Iterable<String> lines) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("表");
      int row = 0;
      for (var line : lines) {
        int column = 0;
        for (var cell : line.split(",", -1)) {
          sheet.value(row, column++, cell);
        }
        row++;
      }
    }
    return out.toByteArray();
  }
}
