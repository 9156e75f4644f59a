package city.huiwei.booking.batch;

import static city.huiwei.booking.batch.Samples.FIRST;
import static city.huiwei.booking.batch.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.BatchDraft;
import city.huiwei.booking.contract.BatchDraft.DraftAllotment;
import city.huiwei.booking.contract.BatchDraft.DraftPart;
import city.huiwei.booking.contract.BatchDraft.DraftReserve;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class DraftCheckTest {

  private static final String STUDIO = "gh-001.studio";

  private final DraftCheck check =
      new DraftCheck(
          Samples.RULES, Map.of(STUDIO, place()), Samples.NOW, ZoneId.of("Asia/Shanghai"));

  @Test
  void aDraftByDrawInOrderIsFine() {
    assertThat(codes(drawn(1, 8, 10, 12, 20))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 10, 12, 20,",
    "-1, 8, 10, 12, 20, SCHEDULE_IN_THE_PAST",
    "9, 8, 10, 12, 20, SCHEDULE_ORDER",
    "1, 9, 10, 12, 20,",
    "1, 10, 10, 12, 20, URGENT_TOO_LATE",
    "1, 11, 10, 12, 20, SCHEDULE_ORDER URGENT_TOO_LATE",
    "1, 8, 12, 12, 20, SCHEDULE_ORDER",
    "1, 8, 10, 20, 20, SCHEDULE_ORDER",
    "1, 8, 10, 12, 61,",
    "1, 8, 10, 12, 62, CONFIRMED_TOO_LATE"
  })
  void whatFollowsComesLater(int from, int urgent, int until, int draw, int confirm, String codes) {
    assertThat(codes(drawn(from, urgent, until, draw, confirm)))
        .containsExactlyElementsOf(codes == null ? List.of() : List.of(codes.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PART_UNITS RESERVES_TOO_MANY",
    "1, RESERVES_TOO_MANY",
    "2,",
    "40,",
    "41, PART_UNITS"
  })
  void noMoreIsReleasedThanThereIs(int units, String codes) {
    assertThat(codes(draft(Way.DRAW, List.of(part(STUDIO, units)), List.of())))
        .containsExactlyElementsOf(codes == null ? List.of() : List.of(codes.split(" ")));
  }

  @Test
  void poolsOfOthersAreNotThere() {
    assertThat(codes(draft(Way.DRAW, List.of(part("gh-777.studio", 3)), List.of())))
        .containsExactly("UNKNOWN_POOL");
    assertThat(codes(draft(Way.DRAW, List.of(part(STUDIO, 3), part(STUDIO, 4)), List.of())))
        .containsExactly("PART_TWICE");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "4, 1", "5, 0", "6, 2"})
  void whereListsDecideEveryUnitIsAllotted(int allotted, int wrong) {
    var draft =
        new BatchDraft(
            "名单",
            "List",
            Way.LIST,
            day(1),
            day(8),
            day(10),
            null,
            day(20),
            ReserveOrder.MINIMUM_GUARANTEE,
            List.of(part(STUDIO, 5)),
            List.of(),
            allotted == 0 ? List.of() : List.of(new DraftAllotment("Firm", STUDIO, allotted, 8)));
    assertThat(codes(draft)).hasSize(wrong);
  }

  @Test
  void whereOneBooksAtOnceThereIsNoWindow() {
    var draft =
        new BatchDraft(
            "即时",
            "Instant",
            Way.INSTANT,
            null,
            null,
            null,
            null,
            null,
            ReserveOrder.MINIMUM_GUARANTEE,
            List.of(part(STUDIO, 5)),
            List.of(),
            List.of());
    assertThat(codes(draft)).isEmpty();
    assertThat(codes(draft(Way.INSTANT, List.of(part(STUDIO, 5)), List.of())))
        .containsExactly("RESERVES_TOO_MANY", "SCHEDULE_UNWANTED");
  }

  @Test
  void everythingIsSaidAtOnce() {
    var nothing =
        new BatchDraft(null, " ", null, null, null, null, null, null, null, null, null, null);
    assertThat(codes(nothing))
        .containsExactly(
            "VALUE_MISSING", "VALUE_MISSING", "VALUE_MISSING", "VALUE_MISSING", "PARTS_NUMBER");
  }

  private static BatchDraft drawn(int from, int urgent, int until, int draw, int confirm) {
    return new BatchDraft(
        "一月",
        "January",
        Way.DRAW,
        day(from),
        day(urgent),
        day(until),
        day(draw),
        day(confirm),
        ReserveOrder.MINIMUM_GUARANTEE,
        List.of(part(STUDIO, 5)),
        List.of(new DraftReserve("urgent", 2)),
        List.of());
  }

  private static BatchDraft draft(Way way, List<DraftPart> parts, List<DraftAllotment> allotments) {
    return new BatchDraft(
        "一月",
        "January",
        way,
        day(1),
        day(8),
        day(10),
        day(12),
        day(20),
        ReserveOrder.MINIMUM_GUARANTEE,
        parts,
        List.of(new DraftReserve("urgent", 2)),
        allotments);
  }

  private static DraftPart part(String pool, int units) {
    return new DraftPart(pool, units, FIRST, FIRST.plusDays(30));
  }

  private List<String> codes(BatchDraft draft) {
    return check.reasons(draft).stream().map(Reason::code).toList();
  }

  private static Place place() {
    return new Place(
        STUDIO,
        "gh-001",
        new Name("云栖", "Yunqi"),
        "op-home",
        "graduate-housing",
        "room",
        "baoan",
        "1",
        null,
        40,
        40,
        FIRST,
        FIRST.plusDays(1),
        Map.of());
  }
}
