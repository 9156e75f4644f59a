package city.huiwei.inventory.sheet;

import static city.huiwei.inventory.sheet.SheetFiles.refusal;
import static city.huiwei.inventory.sheet.SheetFiles.rows;
import static city.huiwei.inventory.sheet.UnreadableFile.Why.BROKEN_SPREADSHEET;
import static city.huiwei.inventory.sheet.UnreadableFile.Why.OLD_SPREADSHEET;
import static city.huiwei.inventory.sheet.UnreadableFile.Why.SPREADSHEET_TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxSheetTest {

  @Test
  void cellsReadAsPeopleSeeThem() {
    var cells =
        rows(spreadsheet(sheet -> {
          sheet.value(0, 0, "房间编号");
          sheet.value(0, 1, 12.0);
          sheet.value(0, 2, 0.1 + 0.2);
          sheet.value(0, 3, 7.5);
          sheet.value(0, 4, true);
          sheet.value(0, 6, 1001);
        }))
            .getFirst()
            .cells();
    assertThat(cells).containsExactly("房间编号", "12", "0.3", "7.5", "true", "", "1001");
  }

  @Test
  void rowsKeepTheNumbersThatPeopleSee() {
    var rows =
        rows(
            spreadsheet(sheet -> {
              sheet.value(0, 0, "unit");
              sheet.value(4, 0, "a");
            }));
    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 5);
  }

  @Test
  void formulasAndDatesAreMarked() {
    var row =
        rows(spreadsheet(sheet -> {
          sheet.value(0, 0, "a");
          sheet.formula(0, 1, "LEN(A1)");
          sheet.value(0, 2, LocalDate.of(2026, 2, 4));
          sheet.style(0, 2).format("m\"月\"d\"日\"").set();
          sheet.value(0, 3, 3);
          sheet.style(0, 3).format("0.00\" m\"").set();
        }))
            .getFirst();
    assertThat(row.flaws()).isEqualTo(Map.of(1, SheetRow.Flaw.FORMULA, 2, SheetRow.Flaw.DATE));
    assertThat(row.cells()).containsExactly("a", "=LEN(A1)", "2026-02-04", "3");
  }

  @Test
  void onlyTheFirstSheetIsRead() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      workbook.newWorksheet("一").value(0, 0, "first");
      workbook.newWorksheet("二").value(0, 0, "second");
    }
    assertThat(rows(out.toByteArray())).extracting(SheetRow::cells).hasSize(1);
  }

  @Test
  void aZipThatIsNoSpreadsheetIsRefused() {
    assertThat(refusal(zip(Map.of("readme.txt", "hello"))).why()).isEqualTo(BROKEN_SPREADSHEET);
    assertThat(refusal("PK\3\4 and nothing else".getBytes(UTF_8)).why())
        .isEqualTo(BROKEN_SPREADSHEET);
  }

  @Test
  void aSpreadsheetCutOffAnywhereIsRefused() {
    var whole = spreadsheet(sheet -> sheet.value(0, 0, "unit"));
    for (int length = 4; length < whole.length; length += 97) {
      assertThat(refusal(Arrays.copyOf(whole, length)).why()).isEqualTo(BROKEN_SPREADSHEET);
    }
  }

  @Test
  void aSpreadsheetOfTheOldKindIsNamedAsSuch() {
    var old = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertThat(refusal(old).why()).isEqualTo(OLD_SPREADSHEET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\">CELLS</row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>TEXT</t></is></c></row>"
      })
  void aRowOrTextThatWouldFillTheMemoryIsRefused(String rows) {
    var bomb =
        rows.replace("CELLS", "<c><v>1</v></c>".repeat(300)).replace("TEXT", "x".repeat(40_000));
    assertThat(refusal(changed("xl/worksheets/sheet1.xml", _ -> worksheet(bomb))).why())
        .isEqualTo(SPREADSHEET_TOO_LARGE);
  }

  @Test
  void aSheetUpToTheLimitsIsRead() {
    var row = "<row r=\"1\">" + "<c><v>1</v></c>".repeat(256) + "</row>";
    assertThat(rows(changed("xl/worksheets/sheet1.xml", _ -> worksheet(row))).getFirst().cells())
        .hasSize(256);
  }

  @Test
  void aSpreadsheetWithoutStylesIsRead() {
    var parts = parts();
    parts.remove("xl/styles.xml");
    parts.computeIfPresent(
        "[Content_Types].xml", (_, xml) -> xml.replaceAll("<Override[^>]*styles[^>]*>", ""));
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (_, xml) -> xml.replaceAll("<Relationship [^>]*styles[^>]*>", ""));
    assertThat(rows(zip(parts)).getFirst().cells()).containsExactly("unit");
  }

  @Test
  void sharedTextsThatWouldFillTheMemoryAreRefused() {
    var texts = "<sst>" + "<si><t/></si>".repeat(1_600_000) + "</sst>";
    assertThat(refusal(changed("xl/sharedStrings.xml", _ -> texts)).why())
        .isEqualTo(SPREADSHEET_TOO_LARGE);
  }

  @Test
  void aPartThatUnpacksWithoutEndIsRefused() {
    var blanks = " ".repeat(9 << 20);
    assertThat(refusal(changed("xl/styles.xml", xml -> xml.replace("</styleSheet>", blanks))).why())
        .isEqualTo(SPREADSHEET_TOO_LARGE);
  }

  @Test
  void entitiesOfADocumentTypeAreNotFollowed() {
    var evil =
        "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + worksheet("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
    assertThat(refusal(changed("xl/worksheets/sheet1.xml", _ -> evil)).why())
        .isEqualTo(BROKEN_SPREADSHEET);
  }

  static byte[] spreadsheet(Consumer<Worksheet> content) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook.newWorksheet("一"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }

  private static String worksheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  /** A sound spreadsheet with one part changed. */
  private static byte[] changed(String part, UnaryOperator<String> change) {
    var parts = parts();
    assertThat(parts).containsKey(part);
    parts.computeIfPresent(part, (_, xml) -> change.apply(xml));
    return zip(parts);
  }

  /** The parts of a sound spreadsheet. */
  private static Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    var sound = spreadsheet(sheet -> sheet.value(0, 0, "unit"));
    try {
      var file = Files.write(Files.createTempFile("sheet", null), sound);
      try (var zip = new ZipFile(file.toFile())) {
        for (var entry : Collections.list(zip.entries())) {
          parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }
}
