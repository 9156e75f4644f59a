package city.huiwei.inventory.sheet;

import static city.huiwei.inventory.sheet.SheetFiles.refusal;
import static city.huiwei.inventory.sheet.SheetFiles.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyDoOnAnySystem(String end) {
    assertThat(read("a,b" + end + "1,2" + end + "3,4"))
        .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorIsTheOneTheHeaderUses(String separator) {
    assertThat(
            read("a|b|c\n1|x, y; z|3\n".replace("|", separator).replace("x, y; z", "\"x, y; z\"")))
        .containsExactly(List.of("a", "b", "c"), List.of("1", "x, y; z", "3"));
  }

  @Test
  void quotedFieldsMayHoldSeparatorsQuotesAndLines() {
    assertThat(read("a,b\n\"1,\"\"x\"\"\",\"two\nlines\"\n"))
        .containsExactly(List.of("a", "b"), List.of("1,\"x\"", "two\nlines"));
  }

  @Test
  void blankLinesAreLeftOutButCounted() {
    var rows = rows("a,b\n\n,\n1,2\n\n".getBytes(UTF_8));
    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 4);
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedWithItsLine() {
    var broken = refusal("a,b\n1,2\n3,\"4\n5,6\n".getBytes(UTF_8));
    assertThat(broken.why()).isEqualTo(UnreadableFile.Why.BROKEN_CSV);
    assertThat(broken.facts()).containsEntry("line", 3);
  }

  @Test
  void anEmptyFileHasNoRows() {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  private static List<List<String>> read(String text) {
    return rows(text.getBytes(UTF_8)).stream().map(SheetRow::cells).toList();
  }
}
