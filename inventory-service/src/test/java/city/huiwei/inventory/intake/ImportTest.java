package city.huiwei.inventory.intake;

import static city.huiwei.inventory.intake.StockRoom.codes;
import static city.huiwei.inventory.intake.StockRoom.rooms;
import static city.huiwei.inventory.stockfile.StockFile.CHILDCARE_CLASSES;
import static city.huiwei.inventory.stockfile.StockFile.GRADUATE_ROOMS;
import static city.huiwei.inventory.stockfile.StockFile.OPERATORS;
import static city.huiwei.inventory.stockfile.StockFile.SITES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.intake.Report.Counts;
import city.huiwei.inventory.stockfile.Problem;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest {

  private static final String CLASSES =
      """
      class,site,class_type,from_month,to_month,places,hours,monthly_fee_cny
      cc-001-c1,cc-001,infant,6,12,%d,full-day,%d
      """;

  private static StockRoom room;

  @BeforeAll
  static void start() {
    room = new StockRoom();
  }

  @BeforeEach
  void threeSitesAndNoUnits() {
    room.clear();
    room.withSites();
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void aFileIsTheWholeStockOfTheSitesThatItNames() {
    room.takeOverRooms("a-1,gh-001,studio", "a-2,gh-001,studio", "b-1,gh-002,studio");
    var report = room.takeOverRooms("a-2,gh-001,studio", "a-3,gh-001,one-bedroom");
    assertThat(report.counts()).isEqualTo(new Counts(1, 0, 1, 1));
    assertThat(room.units("gh-001")).containsExactly("a-2", "a-3");
    assertThat(room.units("gh-002")).containsExactly("b-1");
  }

  @Test
  void importingTheSameAgainWritesNothing() {
    room.takeOverRooms("a-1,gh-001,studio", "a-2,gh-001,studio");
    var before = room.texts("select xmin::text || ctid::text from unit order by unit");
    var report = room.takeOverRooms("a-2,gh-001,studio", "a-1,gh-001,studio");
    assertThat(report.counts()).isEqualTo(new Counts(0, 0, 2, 0));
    assertThat(room.texts("select xmin::text || ctid::text from unit order by unit"))
        .isEqualTo(before);
  }

  @Test
  void aChangedRowIsChanged() {
    room.takeOverRooms("a-1,gh-001,studio", "a-2,gh-001,studio");
    var report =
        room.takeOver(
            GRADUATE_ROOMS, rooms("a-1,gh-001,studio", "a-2,gh-001,studio").replace("19", "20"));
    assertThat(report.counts()).isEqualTo(new Counts(0, 2, 0, 0));
    assertThat(room.texts("select features->>'areaSquareMetres' from unit"))
        .containsExactly("20", "20");
  }

  @Test
  void aUnitMovesToAnotherPoolAndTheEmptyPoolDisappears() {
    room.takeOverRooms("a-1,gh-001,studio");
    var report = room.takeOverRooms("a-1,gh-001,one-bedroom");
    assertThat(report.counts()).isEqualTo(new Counts(0, 1, 0, 0));
    assertThat(room.texts("select pool from pool")).containsExactly("gh-001.one-bedroom");
  }

  @Test
  void aUnitThatSomebodyHasIsKeptAndNamed() {
    room.takeOverRooms("a-1,gh-001,studio", "a-2,gh-001,studio", "a-3,gh-001,one-bedroom");
    room.hold("gh-001", "a-1", -2, 1);
    room.hold("gh-001", "a-2", -2, 0);
    var report = room.takeOverRooms("a-3,gh-001,one-bedroom");
    assertThat(report.counts()).isEqualTo(new Counts(0, 0, 1, 1));
    assertThat(report.kept()).extracting(Report.Kept::unit).containsExactly("a-1");
    assertThat(report.keptInAll()).isOne();
    assertThat(room.units("gh-001")).containsExactly("a-1", "a-3");
  }

  @Test
  void aUnitThatSomebodyHasDoesNotMoveToAnotherPool() {
    room.takeOverRooms("a-1,gh-001,studio");
    room.hold("gh-001", "a-1", 5, 8);
    var report = room.bring(GRADUATE_ROOMS, rooms("a-1,gh-001,one-bedroom"));
    assertThat(codes(report)).containsExactly("UNIT_HELD");
    assertThat(room.texts("select pool from unit")).containsExactly("gh-001.studio");
  }

  @Test
  void aUnitCodeIsUsedAtOneSiteOnly() {
    room.takeOverRooms("a-1,gh-001,studio");
    var report = room.bring(GRADUATE_ROOMS, rooms("a-1,gh-002,studio"));
    assertThat(codes(report)).containsExactly("UNIT_ELSEWHERE");
    assertThat(room.units("gh-001")).containsExactly("a-1");
  }

  @Test
  void aDoubledUnitIsToldWithTheFirstRow() {
    var report =
        room.bring(
            GRADUATE_ROOMS, rooms("a-1,gh-001,studio", "b,gh-001,studio", "a-1,gh-001,studio"));
    assertThat(report.problems())
        .containsExactly(
            new Problem(
                4, "unit", "a-1", "DUPLICATE_CODE", java.util.Map.<String, Object>of("first", 2)));
  }

  @Test
  void whatIsWrongWithARowAndWithItsPlaceInTheStockIsToldTogether() {
    room.takeOverRooms("a-1,gh-002,studio");
    var report =
        room.bring(
            GRADUATE_ROOMS,
            "房间编号,站点编号,房型,楼层,面积,无障碍\n"
                + "c 1,gh-009,castle,2,-1,no\n"
                + "c-2,cc-001,单间,2,19,否\n"
                + "a-1,gh-001,单间,2,19,否\n");
    assertThat(report.problems())
        .extracting(problem -> problem.row() + " " + problem.column() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "2 房间编号 MALFORMED_CODE",
            "2 房型 UNKNOWN_VALUE",
            "2 面积 OUT_OF_RANGE",
            "2 站点编号 UNKNOWN_SITE",
            "3 站点编号 OTHER_PROGRAMME",
            "4 房间编号 UNIT_ELSEWHERE");
    assertThat(room.count("unit")).isOne();
  }

  @Test
  void aManagerChangesTheStockOfTheOwnOperatorOnly() {
    var own = room.bring(GRADUATE_ROOMS, "op-home", rooms("a-1,gh-001,studio"));
    assertThat(own.isRefusal()).isFalse();
    var mixed =
        room.bring(GRADUATE_ROOMS, "op-home", rooms("a-1,gh-001,studio", "b-1,gh-002,studio"));
    assertThat(mixed.problems()).extracting(Problem::row).containsExactly(3);
    assertThat(codes(mixed)).containsExactly("FOREIGN_OPERATOR");
    var operator =
        room.bring(
            OPERATORS,
            "op-home",
            "operator,name_zh,name_en,programme\nop-port,x,x,graduate-housing\n");
    assertThat(codes(operator)).containsExactly("FOREIGN_OPERATOR");
    var stolenSite =
        room.bring(
            SITES,
            "op-home",
            """
            site,operator,programme,name_zh,name_en,district,address,latitude,longitude,telephone
            gh-002,op-home,graduate-housing,乙,B,futian,乙路2号,,,
            """);
    assertThat(codes(stolenSite)).containsExactly("FOREIGN_OPERATOR");
  }

  @Test
  void aClassOfTenPlacesIsTenUnitsAndShrinksFromTheEnd() {
    assertThat(room.takeOver(CHILDCARE_CLASSES, CLASSES.formatted(10, 1600)).counts())
        .isEqualTo(new Counts(10, 0, 0, 0));
    room.hold("cc-001", "cc-001-c1-10", 0, 30);
    var report = room.takeOver(CHILDCARE_CLASSES, CLASSES.formatted(8, 1600));
    assertThat(report.counts()).isEqualTo(new Counts(0, 0, 8, 1));
    assertThat(report.kept()).extracting(Report.Kept::unit).containsExactly("cc-001-c1-10");
    assertThat(room.units("cc-001")).hasSize(9).doesNotContain("cc-001-c1-09");
  }

  @Test
  void aClassThatBecomesDearerHasChangedPlaces() {
    room.takeOver(CHILDCARE_CLASSES, CLASSES.formatted(10, 1600));
    assertThat(room.takeOver(CHILDCARE_CLASSES, CLASSES.formatted(10, 1700)).counts())
        .isEqualTo(new Counts(0, 10, 0, 0));
  }

  @Test
  void aDoubledClassIsOneProblem() {
    var doubled = CLASSES.formatted(10, 1600);
    doubled += doubled.lines().skip(1).findFirst().orElseThrow() + "\n";
    assertThat(codes(room.bring(CHILDCARE_CLASSES, doubled))).containsExactly("DUPLICATE_CODE");
  }

  @Test
  void operatorsAndSitesAreChangedButNeverRemoved() {
    var report =
        room.takeOver(
            OPERATORS,
            "operator,name_zh,name_en,programme\n"
                + "op-home,安住,New name,graduate-housing\nop-new,新,New,elder-care\n");
    assertThat(report.counts()).isEqualTo(new Counts(1, 1, 0, 0));
    assertThat(room.count("operator")).isEqualTo(4);
    var sites =
        room.takeOver(
            SITES,
            """
            site,operator,programme,name_zh,name_en,district,address,latitude,longitude,telephone
            gh-001,op-home,graduate-housing,甲,A,baoan,甲路1号,22.50000,113.9,
            """);
    assertThat(sites.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    assertThat(room.count("site")).isEqualTo(4);
  }

  @Test
  void aProgrammeDoesNotChangeUnderItsStock() {
    room.takeOverRooms("a-1,gh-001,studio");
    var operators =
        room.bring(OPERATORS, "operator,name_zh,name_en,programme\nop-home,安住,Homes,childcare\n");
    assertThat(codes(operators)).containsExactly("PROGRAMME_IN_USE");
    var sites =
        room.bring(
            SITES,
            """
            site,operator,programme,name_zh,name_en,district,address,latitude,longitude,telephone
            gh-001,op-tot,childcare,甲,A,baoan,甲路1号,,,
            gh-009,op-tot,graduate-housing,甲,A,baoan,甲路1号,,,
            gh-010,op-none,childcare,甲,A,baoan,甲路1号,,,
            """);
    assertThat(codes(sites))
        .containsExactly("PROGRAMME_IN_USE", "OTHER_PROGRAMME", "UNKNOWN_OPERATOR");
  }

  @Test
  void theSameImportTwiceIsOneAndKeepsItsReport() {
    var id = UUID.randomUUID();
    var content = rooms("a-1,gh-001,studio").getBytes(UTF_8);
    var first = room.bring(id, GRADUATE_ROOMS, null, content);
    room.takeOverRooms("a-2,gh-001,studio");
    assertThat(room.bring(id, GRADUATE_ROOMS, null, content)).isEqualTo(first);
    assertThat(room.units("gh-001")).containsExactly("a-2");
  }

  @Test
  void aRefusedImportKeepsItsReportToo() {
    var id = UUID.randomUUID();
    var content = rooms("a-1,gh-009,studio").getBytes(UTF_8);
    var first = room.bring(id, GRADUATE_ROOMS, null, content);
    assertThat(first.state()).isEqualTo(Import.State.REFUSED);
    assertThat(room.bring(id, GRADUATE_ROOMS, null, content)).isEqualTo(first);
  }

  @Test
  void anIdIsGoodForOneContentOneFileAndOneAsker() {
    var id = UUID.randomUUID();
    var content = rooms("a-1,gh-001,studio").getBytes(UTF_8);
    room.bring(id, GRADUATE_ROOMS, null, content);
    var other = rooms("a-2,gh-001,studio").getBytes(UTF_8);
    assertReused(() -> room.bring(id, GRADUATE_ROOMS, null, other));
    assertReused(() -> room.bring(id, CHILDCARE_CLASSES, null, content));
    assertReused(() -> room.bring(id, GRADUATE_ROOMS, "op-home", content));
  }

  @Test
  void anImportThatNobodyWorksOnAnyMoreIsTakenOver() {
    var id = UUID.randomUUID();
    var content = rooms("a-1,gh-001,studio").getBytes(UTF_8);
    room.bring(id, GRADUATE_ROOMS, null, content);
    Statements.run(
        room.database,
        "delete from unit",
        "update import set state = 'RUNNING', report = null, seen_at = now() - interval '29 s'");
    assertThat(room.bring(id, GRADUATE_ROOMS, null, content).state())
        .isEqualTo(Import.State.RUNNING);
    assertThat(room.units("gh-001")).isEmpty();
    Statements.run(room.database, "update import set seen_at = now() - interval '31 s'");
    assertThat(room.bring(id, GRADUATE_ROOMS, null, content).state()).isEqualTo(Import.State.DONE);
    assertThat(room.units("gh-001")).containsExactly("a-1");
  }

  @Test
  void ofManyProblemsTheFirstTwoHundredAreToldAndAllAreCounted() {
    var rows = new String[300];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % 2 == 0 ? "r-" + i + ",gh-009,studio" : "r-" + i + ",gh-001,castle";
    }
    var report = room.bring(GRADUATE_ROOMS, rooms(rows));
    assertThat(report.problemsInAll()).isEqualTo(300);
    assertThat(report.problems()).hasSize(200);
    assertThat(report.problems()).extracting(Problem::row).isSorted().contains(2, 3, 200);
    assertThat(report.rows()).isEqualTo(300);
  }

  @Test
  void anEmptyFileIsAProblem() {
    assertThat(codes(room.bring(GRADUATE_ROOMS, ""))).containsExactly("EMPTY_FILE");
    assertThat(codes(room.bring(GRADUATE_ROOMS, rooms()))).containsExactly("EMPTY_FILE");
  }

  @Test
  void aFileThatBreaksOffInTheMiddleChangesNothing() {
    var report = room.bring(GRADUATE_ROOMS, rooms("a-1,gh-001,studio") + "\"a-2,gh-001\n");
    assertThat(codes(report)).containsExactly("BROKEN_CSV");
    assertThat(room.count("unit")).isZero();
  }

  private static void assertReused(Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo("import-id-reused"));
  }
}
