package city.huiwei.booking.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.ballot.Beacon;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.beacon.BeaconSettings.Chain;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real rounds are believed, and nothing that differs from them by a byte. */
class RecordedRoundsTest {

  private static final Chain CHAIN = RecordedRounds.SETTINGS.chains().getFirst();

  private final Drand quicknet = new Drand(CHAIN);
  private final Nist nist = nist(RecordedRounds.SETTINGS.nist().certificates());

  @ParameterizedTest
  @CsvSource({
    "1, 1466a6cd24e327188770752f6134001c64d6efcc590ccc26b721611ad96f165a",
    "1000, fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
    "657413, fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587"
  })
  void aRoundOfQuicknetIsGenuine(long number, String value) {
    var round = RecordedRounds.quicknet(number);
    assertThat(quicknet.check(round, RecordedRounds.record(round)))
        .isEqualTo(new Heard.Genuine(new Beacon(round, Bytes.ofHex(value))));
  }

  @Test
  void aPulseOfNistIsGenuine() {
    assertThat(nist.check(RecordedRounds.PULSE, RecordedRounds.record(RecordedRounds.PULSE)))
        .isEqualTo(
            new Heard.Genuine(
                new Beacon(
                    RecordedRounds.PULSE,
                    Bytes.ofHex(
                        "020b9f2f364872708a50692ee20b4a1db42a16f58d5972960bc68e2285c6a378"
                            + "13aa12533fb55a54fd21e76fb3a175d7e7e63eae030d1f4089cbd42def75d7ef"))));
  }

  @Test
  void aRoundOfAnotherNumberIsRefused() {
    var record = RecordedRounds.record(RecordedRounds.quicknet(1000));
    assertThat(quicknet.check(RecordedRounds.quicknet(1), record))
        .isEqualTo(Doubt.ANOTHER_ROUND.heard());
    assertThat(quicknet.check(RecordedRounds.quicknet(1001), renumbered(record, 1001)))
        .isEqualTo(Doubt.WRONG_SIGNATURE.heard());
    assertThat(quicknet.check(new Round.Drand("0".repeat(64), 1000), record))
        .isEqualTo(Doubt.ANOTHER_ROUND.heard());
  }

  private static String renumbered(String record, long number) {
    return record.replace("\"round\":1000", "\"round\":" + number);
  }

  @ParameterizedTest
  @CsvSource({
    "b44679b9, b44679ba, WRONG_SIGNATURE",
    "b44679b9, a44679b9, WRONG_SIGNATURE",
    "fe290bec, fe290bed, WRONG_VALUE",
    "5e39, 5e, WRONG_SIGNATURE",
    "randomness, random, UNREADABLE",
    "fe290bec, fe290bxx, UNREADABLE",
    "{, [, UNREADABLE"
  })
  void aRoundThatWasAlteredIsRefused(String there, String altered, Doubt doubt) {
    var round = RecordedRounds.quicknet(1000);
    assertThat(quicknet.check(round, RecordedRounds.record(round).replace(there, altered)))
        .isEqualTo(doubt.heard());
  }

  /** Everything that is signed, one field after the other. */
  @ParameterizedTest
  @CsvSource({
    "chain/2/pulse/1884240, chain/2/pulse/1884241, WRONG_SIGNATURE",
    "\"version\": \"2.0\", \"version\": \"2.1\", WRONG_SIGNATURE",
    "\"cipherSuite\": 0, \"cipherSuite\": 1, WRONG_SIGNATURE",
    "\"period\": 60000, \"period\": 60001, WRONG_SIGNATURE",
    "528943a5, 528943a6, UNKNOWN_KEY",
    "\"chainIndex\": 2, \"chainIndex\": 3, WRONG_SIGNATURE",
    "\"pulseIndex\": 1884240, \"pulseIndex\": 1884241, WRONG_SIGNATURE",
    "23:20:00.000Z, 23:21:00.000Z, ANOTHER_ROUND",
    "23:20:00.000Z, 23:20:00Z, WRONG_SIGNATURE",
    "31C61E8D, 31C61E8E, WRONG_SIGNATURE",
    "31B366C0, 31B366C1, WRONG_SIGNATURE",
    "930D88E9, 930D88EA, WRONG_SIGNATURE",
    "C429E296, C429E297, WRONG_SIGNATURE",
    "C156E9CF, C156E9CE, WRONG_SIGNATURE",
    "A5FD82C3, A5FD82C4, WRONG_SIGNATURE",
    "4CD2D735, 4CD2D736, WRONG_SIGNATURE",
    "01076498, 01076499, WRONG_SIGNATURE",
    "020B9F2F, 020B9F2E, WRONG_VALUE",
    "outputValue, output, UNREADABLE",
    "pulse\": {, beat\": {, UNREADABLE"
  })
  void aPulseThatWasAlteredIsRefused(String there, String altered, Doubt doubt) {
    var record = RecordedRounds.record(RecordedRounds.PULSE);
    assertThat(record).contains(there);
    assertThat(nist.check(RecordedRounds.PULSE, record.replace(there, altered)))
        .isEqualTo(doubt.heard());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "7", "{\"pulse\":null}", "{\"round\":null}"})
  void whatIsNoRecordIsUnreadable(String record) {
    assertThat(nist.check(RecordedRounds.PULSE, record)).isEqualTo(Doubt.UNREADABLE.heard());
    assertThat(quicknet.check(RecordedRounds.quicknet(1), record))
        .isEqualTo(Doubt.UNREADABLE.heard());
  }

  @Test
  void aPulseWithAHoleIsUnreadable() {
    var record = RecordedRounds.record(RecordedRounds.PULSE);
    assertThat(
            nist.check(
                RecordedRounds.PULSE,
                record.replaceFirst("(?s)\"listValues\": \\[.*?\\]", "\"listValues\": [null]")))
        .isEqualTo(Doubt.UNREADABLE.heard());
  }

  @Test
  void aPulseOfAnUnknownCertificateIsRefused() {
    assertThat(
            nist(List.of())
                .check(RecordedRounds.PULSE, RecordedRounds.record(RecordedRounds.PULSE)))
        .isEqualTo(Doubt.UNKNOWN_KEY.heard());
  }

  @Test
  void aPulseOfAnotherMinuteIsRefused() {
    var later = new Round.Nist(RecordedRounds.PULSE.at().plusSeconds(60));
    assertThat(nist.check(later, RecordedRounds.record(RecordedRounds.PULSE)))
        .isEqualTo(Doubt.ANOTHER_ROUND.heard());
  }

  @Test
  void oneBeaconDoesNotSpeakAnothersRounds() {
    assertThat(nist.check(RecordedRounds.quicknet(1), "{}")).isEqualTo(Doubt.ANOTHER_ROUND.heard());
    assertThat(quicknet.check(RecordedRounds.PULSE, "{}")).isEqualTo(Doubt.ANOTHER_ROUND.heard());
    assertThat(new Silence().check(RecordedRounds.PULSE, ""))
        .isEqualTo(Doubt.ANOTHER_ROUND.heard());
  }

  @Test
  void withoutABeaconThereAreNoBytes() {
    assertThat(new Silence().check(new Round.None(), "")).isEqualTo(new Heard.Genuine(Beacon.NONE));
    assertThat(new Silence().check(new Round.None(), "00")).isEqualTo(Doubt.UNREADABLE.heard());
  }

  @Test
  void aRoundHasItsTime() {
    assertThat(quicknet.at(RecordedRounds.quicknet(1))).contains(CHAIN.genesis());
    assertThat(quicknet.at(RecordedRounds.quicknet(1000)))
        .contains(Instant.parse("2023-08-23T15:59:24Z"));
    assertThat(nist.at(RecordedRounds.PULSE)).contains(RecordedRounds.PULSE.at());
  }

  /** The hash of a chain is what a draw announces: no other key or clock goes under its name. */
  @ParameterizedTest
  @ValueSource(strings = {"name", "group", "genesis", "period"})
  void aChainWhoseFactsDoNotFitItsHashIsRefused(String altered) {
    var chain =
        new Chain(
            CHAIN.url(),
            altered.equals("name") ? "slownet" : CHAIN.name(),
            CHAIN.hash(),
            CHAIN.publicKey(),
            altered.equals("group") ? "0".repeat(64) : CHAIN.groupHash(),
            altered.equals("genesis") ? CHAIN.genesis().plusSeconds(3) : CHAIN.genesis(),
            altered.equals("period") ? CHAIN.period().plusSeconds(1) : CHAIN.period());
    assertThatThrownBy(() -> new Drand(chain)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Nist nist(List<String> certificates) {
    return new Nist("https://beacon.nist.gov/beacon/2.0", certificates);
  }
}
