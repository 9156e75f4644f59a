package city.huiwei.inventory.sheet;

import static city.huiwei.inventory.sheet.SheetFiles.GB18030;
import static city.huiwei.inventory.sheet.SheetFiles.join;
import static city.huiwei.inventory.sheet.SheetFiles.refusal;
import static city.huiwei.inventory.sheet.SheetFiles.rows;
import static city.huiwei.inventory.sheet.UnreadableFile.Why.LINE_TOO_LONG;
import static city.huiwei.inventory.sheet.UnreadableFile.Why.MIXED_ENCODINGS;
import static city.huiwei.inventory.sheet.UnreadableFile.Why.UNREADABLE_BYTES;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "宝安云栖青年驿站",
        "中国",
        "女",
        "联通",
        "簕杜鹃路54号",
        "朱镕基",
        "㐀 and 𠮷 in four bytes",
        "Bao'an",
        "Café·é",
        "１２３"
      })
  void aNameIsReadAsItWasWrittenInEveryEncoding(String name) {
    var text = "站点编号,中文名称\ngh-001," + name + "\ngh-002,单间\n";
    assertThat(rows(text.getBytes(UTF_8)).get(1).cells()).containsExactly("gh-001", name);
    assertThat(rows(join(BOM, text.getBytes(UTF_8))).getFirst().cells())
        .containsExactly("站点编号", "中文名称");
    assertThat(rows(join(BOM, text.getBytes(UTF_8))).get(1).cells()).endsWith(name);
    if (!name.contains("é")) {
      assertThat(rows(text.getBytes(GB18030)).get(1).cells()).containsExactly("gh-001", name);
    }
  }

  @Test
  void aFileThatGoesOverToAnotherEncodingIsRefusedWithTheLine() {
    var utf8First =
        refusal(join("site,name\na,宝安驿站\nb,plain\n".getBytes(UTF_8), "c,南山驿站\n".getBytes(GB18030)));
    assertThat(utf8First.why()).isEqualTo(MIXED_ENCODINGS);
    assertThat(utf8First.facts())
        .containsEntry("line", 4L)
        .containsEntry("from", "UTF-8")
        .containsEntry("to", "GB18030");
    var gbFirst =
        refusal(join("site,name\r\na,宝安驿站\r\n".getBytes(GB18030), "c,南山驿站\r\n".getBytes(UTF_8)));
    assertThat(gbFirst.facts()).containsEntry("line", 3L).containsEntry("to", "UTF-8");
  }

  @Test
  void aLineThatOnlyLooksLikeTheOtherEncodingDoesNotMakeTheFileMixed() {
    // In GB18030 the sign for "woman" is also a Czech letter in UTF-8.
    var beds = "床位编号,入住对象\nb-1,女\nb-2,男\nb-3,女\n";
    assertThat(rows(beds.getBytes(GB18030)).get(1).cells()).containsExactly("b-1", "女");
    assertThat(rows(beds.getBytes(GB18030)).get(3).cells()).containsExactly("b-3", "女");
  }

  @Test
  void whatIsNeitherEncodingIsRefusedWithTheLine() {
    var broken = refusal(join("site\na\n".getBytes(UTF_8), new byte[] {'b', (byte) 0xFF, '\n'}));
    assertThat(broken.why()).isEqualTo(UNREADABLE_BYTES);
    assertThat(broken.facts()).containsEntry("line", 3L);
    assertThat(refusal("\uFEFFsite,名\n".getBytes(UTF_16LE)).why()).isEqualTo(UNREADABLE_BYTES);
    assertThat(refusal("site\na\0b\n".getBytes(UTF_8)).why()).isEqualTo(UNREADABLE_BYTES);
  }

  @Test
  void aLineEndsBeforeItFillsTheMemory() {
    var longest = "x".repeat(TextLines.LONGEST);
    assertThat(refusal((longest + "x").getBytes(UTF_8)).why()).isEqualTo(LINE_TOO_LONG);
    assertThat(rows((longest.substring(0, 60_000) + "\n").getBytes(UTF_8))).hasSize(1);
  }
}
