package city.huiwei.inventory.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.stockfile.StockFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleCityTest {

  private static StockRoom room;

  @BeforeAll
  static void theWholeCityIsTakenOver() {
    room = new StockRoom();
    for (var file : StockFile.values()) {
      room.takeOverSample(file);
    }
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void theCityIsAsLargeAsAnnounced() {
    assertThat(room.count("operator")).isEqualTo(6);
    assertThat(room.count("site")).isEqualTo(122);
    assertThat(unitsOf("room")).isEqualTo(10_240);
    assertThat(unitsOf("bed")).isEqualTo(1_860);
    assertThat(unitsOf("childcare-place")).isEqualTo(2_044);
    assertThat(unitsOf("industrial-unit")).isEqualTo(166);
    assertThat(
            room.row(
                "select sum((features->>'areaSquareMetres')::numeric)::int area"
                    + " from pool where kind = 'industrial-unit'"))
        .containsEntry("area", 102_050);
  }

  @ParameterizedTest
  @EnumSource
  void importingItAgainInAnyFormChangesNothing(StockFile file) throws IOException {
    var text = StockRoom.sample(file);
    assertUnchanged(file, text.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")));
    assertUnchanged(file, ("\uFEFF" + text).getBytes(UTF_8));
    assertUnchanged(file, spreadsheet(text));
  }

  private static void assertUnchanged(StockFile file, byte[] content) {
    var report = requireNonNull(room.bring(UUID.randomUUID(), file, null, content).report());
    assertThat(report.problems()).isEmpty();
    var counts = report.counts();
    assertThat(counts).isEqualTo(new Report.Counts(0, 0, counts.unchanged(), 0));
    assertThat(counts.unchanged()).isPositive();
  }

  private static long unitsOf(String kind) {
    return room.count("unit join pool using (site, pool) where kind = '" + kind + "'");
  }

  /** The same cells, numbers as numbers; none of the sample's texts holds a comma. */
  private static byte[] spreadsheet(String csv) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("表");
      int row = 0;
      for (var line : csv.lines().toList()) {
        int column = 0;
        for (var cell : line.split(",", -1)) {
          if (cell.matches("[0-9.]+")) {
            sheet.value(row, column++, Double.valueOf(cell));
          } else {
            sheet.value(row, column++, cell);
          }
        }
        row++;
      }
    }
    return out.toByteArray();
  }
}
