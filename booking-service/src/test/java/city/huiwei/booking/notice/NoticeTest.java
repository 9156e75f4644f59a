package city.huiwei.booking.notice;

import static city.huiwei.booking.notice.Notice.Kind.OFFER_MADE;
import static city.huiwei.booking.notice.Notice.Kind.PLACE_BOOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a notice says, and on which ways. */
class NoticeTest {

  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final UUID APPLICATION = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(Notice.Kind.class)
  void everyKindHasWordsInBothLanguages(Notice.Kind kind) {
    for (var language : Set.of("", "_en")) {
      assertThat(ResourceBundle.getBundle("booking-messages" + language).keySet())
          .contains("notice." + kind)
          .contains("message." + kind.weight(), "message." + kind.weight() + ".subject");
    }
  }

  @Test
  void noWordsAreThereForWhatNobodyTells() {
    var kinds = Arrays.stream(Notice.Kind.values()).map(kind -> "notice." + kind).toList();
    assertThat(
            ResourceBundle.getBundle("booking-messages").keySet().stream()
                .filter(key -> key.startsWith("notice.")))
        .hasSameElementsAs(kinds);
  }

  @Test
  void aNoticeHasTheFactThatItsWordsNameAndNoOther() {
    assertThatIllegalArgumentException().isThrownBy(() -> Notice.of(OFFER_MADE, APPLICATION));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(OFFER_MADE, APPLICATION, LocalDate.EPOCH));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(PLACE_BOOKED, APPLICATION, NOW));
    assertThat(Notice.of(OFFER_MADE, APPLICATION, NOW).until()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "0, true", "-1, true"})
  void whatAsksForAnAnswerIsNotSentOnceItsTimeIsOver(int secondsLeft, boolean isTooLate) {
    var until = NOW.plusSeconds(secondsLeft);
    assertThat(parcel(Notice.of(OFFER_MADE, APPLICATION, until)).isTooLate()).isEqualTo(isTooLate);
    assertThat(parcel(Notice.of(Notice.Kind.APPLICATION_REFUSED, APPLICATION, until)).isTooLate())
        .as("who was refused is told so, however late")
        .isFalse();
  }

  @Test
  void onlyWhatMattersIsWorthAShortMessage() {
    assertThat(Channel.SMS.takes(OFFER_MADE)).isTrue();
    assertThat(Channel.SMS.takes(Notice.Kind.APPLICATION_RECEIVED)).isFalse();
    assertThat(Channel.EMAIL.takes(Notice.Kind.APPLICATION_RECEIVED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"07:59, false", "08:00, true", "20:59, true", "21:00, false"})
  void noTelephoneRingsAtNight(LocalTime time, boolean isOpen) {
    var gateway = new NoticeSettings.Sms("", "", LocalTime.of(8, 0), LocalTime.of(21, 0));
    assertThat(gateway.isOpen(time)).isEqualTo(isOpen);
  }

  private static Parcel parcel(Notice notice) {
    return new Parcel(UUID.randomUUID(), Channel.EMAIL, 1, notice, "ABCDE-FGHJK", NOW);
  }
}
