package city.huiwei.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.booking.contract.GuestDesk.State;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.ChartSheet.Kind;
import city.huiwei.inventory.contract.ChartSheet.Row;
import city.huiwei.inventory.contract.ChartSheet.Stay;
import city.huiwei.inventory.contract.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in a row of the chart, and who can move where as far as it shows. */
class ChartTest {

  /** A Tuesday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  @Test
  void aStayIsOneBarAndFreeNightsArePartedAtWeekendsAndToday() {
    var chart = chart(unit("a", stay(2, 4)), unit("b"));
    assertThat(chart.rows().getFirst().pieces())
        .extracting(piece -> (piece.bar() == null ? "free" : "bar") + piece.span())
        .containsExactly("free1", "free1", "bar2", "free2", "free1");
    assertThat(chart.rows().getLast().pieces())
        .extracting(Piece::look, Piece::span)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(" today", 1),
            org.assertj.core.groups.Tuple.tuple("", 3),
            org.assertj.core.groups.Tuple.tuple("weekend", 2),
            org.assertj.core.groups.Tuple.tuple("", 1));
  }

  @Test
  void eachRowHasAsManyNightsAsTheChart() {
    var chart = chart(unit("a", stay(-3, 1), stay(1, 4), stay(6, null)), unit("b", stay(-9, 99)));
    for (var row : chart.rows()) {
      assertThat(row.pieces().stream().mapToInt(Piece::span).sum()).isEqualTo(7);
    }
    assertThat(chart.rows().getLast().pieces().getFirst().look())
        .contains("firm", "from-before", "goes-on");
  }

  @Test
  void theLooksTellFirmTimedBlockedAndHereApart() {
    var here = stay(0, 2);
    var blocked = new Stay(UUID.randomUUID(), Kind.BLOCKED, TODAY, null, null, false, "漏水");
    var timed = new Stay(UUID.randomUUID(), Kind.TIMED, TODAY, null, Instant.now(), false, null);
    var sheet = sheet(unit("a", here), unit("b", blocked), unit("c", timed), unit("d", stay(1, 2)));
    var chart =
        Chart.of(
            sheet, Map.of(here.hold(), new Guest(here.hold(), "R", null, State.HERE, null, null)));
    assertThat(chart.rows())
        .extracting(row -> row.bars().getFirst().word())
        .containsExactly("here", "blocked", "timed", "firm");
    assertThat(chart.rows().getFirst().bars().getFirst().isMovable(TODAY)).isFalse();
  }

  @Test
  void aStayCanGoWhereAllItsNightsAreFreeAndExchangeWithWhoFits() {
    var moving = stay(1, 4);
    var fits = stay(2, 3);
    var chart =
        chart(
            unit("a", moving),
            unit("b", fits),
            unit("c"),
            unit("d", stay(0, 1), stay(4, 6)),
            unit("e", stay(1, 2), stay(3, 5)));
    var bar = chart.bar(moving.hold()).orElseThrow();
    assertThat(chart.unitsFreeFor(bar)).extracting(Chart.Row::unit).containsExactly("c", "d");
    assertThat(chart.partnersFor(bar))
        .extracting(partner -> partner.bar().unit() + partner.bar().stay().from().getDayOfMonth())
        .containsExactly("b3", "d1", "d5");
    assertThat(chart.inTheWay(bar, "e")).hasSize(2);
  }

  @Test
  void whoIsPinnedBegunOrABlockIsNoPartner() {
    var moving = stay(1, 4);
    var pinned = new Stay(UUID.randomUUID(), Kind.FIRM, TODAY.plusDays(1), null, null, true, null);
    var blocked =
        new Stay(UUID.randomUUID(), Kind.BLOCKED, TODAY.plusDays(1), null, null, false, "漏水");
    var chart =
        chart(unit("a", moving), unit("b", pinned), unit("c", blocked), unit("d", stay(-1, 3)));
    var bar = chart.bar(moving.hold()).orElseThrow();
    assertThat(chart.partnersFor(bar)).isEmpty();
    assertThat(chart.unitsFreeFor(bar)).isEmpty();
  }

  private static Chart chart(Row... rows) {
    return Chart.of(sheet(rows), Map.of());
  }

  private static ChartSheet sheet(Row... rows) {
    return new ChartSheet(
        "gh-001",
        new Name("云栖", "Yunqi"),
        "graduate-housing",
        TODAY,
        TODAY,
        7,
        Instant.now(),
        List.of("gh-001.studio"),
        rows.length,
        Collections.nCopies(7, 0),
        List.of(rows),
        null);
  }

  private static Row unit(String unit, Stay... stays) {
    return new Row(unit, "gh-001.studio", null, null, Arrays.asList(stays));
  }

  private static Stay stay(int from, @Nullable Integer to) {
    return new Stay(
        UUID.randomUUID(),
        Kind.FIRM,
        TODAY.plusDays(from),
        to == null ? null : TODAY.plusDays(to),
        null,
        false,
        null);
  }
}
