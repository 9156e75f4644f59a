package city.huiwei.inventory.stockfile;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.sheet.SheetRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

  private static final List<Column> ROOMS = Columns.of(StockFile.GRADUATE_ROOMS, Rules.delivered());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit,site,room_type,floor,area_m2,wheelchair_accessible",
        "房间编号,站点编号,房型,楼层,面积,无障碍",
        " Unit ,SITE,Room_Type,floor,ＡＲＥＡ＿Ｍ２,无障碍",
        "wheelchair_accessible,area_m2,floor,room_type,site,unit",
        "unit,site,room_type,floor,area_m2,wheelchair_accessible,, ",
      })
  void headersAreKnownInBothLanguagesAndAnyOrder(String line) {
    assertThat(header(line).problems()).isEmpty();
    assertThat(header(line).width()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit,site,room_type,floor,area_m2                              | MISSING_COLUMN |",
        "unit,site,room_type,floor,area_m2,无障碍,price                  | UNKNOWN_COLUMN | price",
        "unit,site,room_type,floor,area_m2,无障碍,楼层                   | DOUBLED_COLUMN | 楼层",
        "unit,,site,room_type,floor,area_m2,无障碍                       | UNKNOWN_COLUMN | ''",
      })
  void aMissingUnknownOrDoubledColumnIsNamed(String line, String code, String column) {
    assertThat(header(line).problems())
        .extracting(Problem::code, Problem::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(code, column));
  }

  @Test
  void aColumnIsShownAsTheFileNamesIt() {
    assertThat(header("房间编号,站点编号,房型,楼层,面积,无障碍").shown("unit")).isEqualTo("房间编号");
  }

  private static Header header(String line) {
    return Header.of(new SheetRow(1, Arrays.asList(line.split(",", -1)), Map.of()), ROOMS);
  }
}
