package city.huiwei.booking.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import city.huiwei.booking.agenda.Entry.Certainty;
import city.huiwei.booking.agenda.Entry.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a calendar file. */
class AgendaTest {

  private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

  @Test
  void aStayIsWholeDaysUpToTheMorningOfLeaving() {
    var days = new When.Days(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4));
    var file = file(new Entry("one", "入住", "云栖, 宝安区", days, Certainty.SURE));
    assertThat(file)
        .contains("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261204")
        .contains("UID:one@huiwei", "CLASS:PRIVATE", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT");
    var read = read(file);
    assertThat(read.getSummary().getValue()).isEqualTo("入住");
    assertThat(read.getLocation().getValue()).isEqualTo("云栖, 宝安区");
  }

  @Test
  void aDeadlineIsAMomentAndTheSameEverywhere() {
    var at = Instant.parse("2026-12-03T10:00:00Z");
    var file = file(new Entry("two", "答复", null, new When.Moment(at), Certainty.SURE));
    assertThat(file).contains("DTSTART:20261203T100000Z").doesNotContain("LOCATION", "DTEND");
  }

  @Test
  void whatIsCalledOffSaysSoUnderTheSameNumber() {
    var day = When.Days.only(LocalDate.of(2026, 12, 1));
    assertThat(file(new Entry("three", "入住", null, day, Certainty.CALLED_OFF)))
        .contains("UID:three@huiwei", "STATUS:CANCELLED");
    assertThat(file(new Entry("three", "入住", null, day, Certainty.NOT_YET)))
        .contains("STATUS:TENTATIVE", "DTEND;VALUE=DATE:20261202");
  }

  @Test
  void aTextCannotAddALineOfItsOwn() {
    var day = When.Days.only(LocalDate.of(2026, 12, 1));
    var file = file(new Entry("four", "入住\r\nATTENDEE:x", null, day, Certainty.SURE));
    assertThat(file.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
  }

  private static String file(Entry entry) {
    return new Agenda(List.of(entry)).file(NOW);
  }

  private static VEvent read(String file) {
    return Biweekly.parse(file).first().getEvents().getFirst();
  }
}
