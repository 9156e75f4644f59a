package city.huiwei.booking.allocation;

import static city.huiwei.booking.allocation.Consequences.Consequence.KEEPS_PLACE;
import static city.huiwei.booking.allocation.Consequences.Consequence.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.huiwei.booking.RuleFiles;
import city.huiwei.booking.allocation.Consequences.Consequence;
import city.huiwei.booking.allocation.Consequences.Party;
import city.huiwei.booking.allocation.Consequences.Reason;
import city.huiwei.booking.allocation.Consequences.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** With the table as it stands in the file of rules. */
class ConsequencesTest {

  private static final List<Row> ROWS =
      RuleFiles.read("consequences", ConsequenceRules.class).rows();

  private final Consequences consequences = new Consequences(ROWS);

  @ParameterizedTest
  @CsvSource({
    "REFUSED_WITH_REASON, 1, KEEPS_PLACE, KEEPS_PLACE",
    "REFUSED_WITH_REASON, 9, KEEPS_PLACE, KEEPS_PLACE",
    "REFUSED_WITHOUT_REASON, 1, KEEPS_PLACE, KEEPS_PLACE",
    "REFUSED_WITHOUT_REASON, 2, KEEPS_PLACE, KEEPS_PLACE",
    "REFUSED_WITHOUT_REASON, 3, MOVES_BACK, KEEPS_PLACE",
    "UNANSWERED, 1, KEEPS_PLACE, KEEPS_PLACE",
    "UNANSWERED, 2, DORMANT, KEEPS_PLACE",
    "UNANSWERED, 3, DORMANT, KEEPS_PLACE",
    "NOT_MOVED_IN, 1, MOVES_BACK, KEEPS_PLACE",
    "NOT_MOVED_IN, 2, DORMANT, KEEPS_PLACE"
  })
  void whatAnApplicantIsAnswerableFor(
      Reason reason, int count, Consequence consequence, Consequence whenWaived) {
    var ruling = consequences.ruling(reason, Party.APPLICANT, count, false);
    var waived = consequences.ruling(reason, Party.APPLICANT, count, true);
    assertThat(ruling.consequence()).isEqualTo(consequence);
    assertThat(ruling.waived()).isFalse();
    assertThat(waived.consequence()).isEqualTo(whenWaived);
    assertThat(waived.waived()).isEqualTo(consequence != whenWaived);
    assertThat(waived.row()).isEqualTo(ruling.row());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void whatAnotherIsAnswerableForCostsTheApplicantNothing(Reason reason) {
    for (var party : List.of(Party.OPERATOR, Party.NOBODY)) {
      for (int count = 1; count < 5; count++) {
        assertThat(consequences.ruling(reason, party, count, false).consequence())
            .isEqualTo(NOTHING);
      }
    }
  }

  @Test
  void aRowThatMayNotBeWaivedIsNot() {
    var strict =
        ROWS.stream()
            .map(row ->
                new Row(row.reason(), row.party(), row.fromCount(), row.consequence(), false))
            .toList();
    var ruling = new Consequences(strict).ruling(Reason.UNANSWERED, Party.APPLICANT, 2, true);
    assertThat(ruling.consequence()).isEqualTo(Consequence.DORMANT);
    assertThat(ruling.waived()).isFalse();
  }

  @Test
  void theOrderOfTheTableDoesNotMatter() {
    var shuffled = new ArrayList<>(ROWS);
    Collections.shuffle(shuffled, new Random(1));
    var same = new Consequences(shuffled);
    for (var reason : Reason.values()) {
      for (int count = 1; count < 5; count++) {
        assertThat(same.ruling(reason, Party.APPLICANT, count, false))
            .isEqualTo(consequences.ruling(reason, Party.APPLICANT, count, false));
      }
    }
  }

  @Test
  void aTableWithAGapOrADoubleLineIsRefused() {
    var first = new Row(Reason.UNANSWERED, Party.APPLICANT, 1, KEEPS_PLACE, false);
    var gap = new ArrayList<>(ROWS);
    assertThat(gap.remove(first)).isTrue();
    var twice = new ArrayList<>(ROWS);
    twice.add(first);
    assertThatIllegalArgumentException().isThrownBy(() -> new Consequences(gap));
    assertThatIllegalArgumentException().isThrownBy(() -> new Consequences(twice));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> consequences.ruling(Reason.UNANSWERED, Party.APPLICANT, 0, false));
  }
}
