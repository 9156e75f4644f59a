package city.huiwei.booking.evidence;

import static city.huiwei.booking.evidence.Paper.Standing.ASKED_AGAIN;
import static city.huiwei.booking.evidence.Paper.Standing.MISSING;
import static city.huiwei.booking.evidence.Paper.Standing.PASSED;
import static city.huiwei.booking.evidence.Paper.Standing.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import city.huiwei.booking.RuleFiles;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ElderCare;
import city.huiwei.booking.programme.ElderCareRules;
import city.huiwei.booking.programme.IndustrialSpace;
import city.huiwei.booking.programme.IndustrialSpaceRules;
import city.huiwei.edge.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a paper stands, and which papers there are. */
class PaperTest {

  private static final ElderCare CARE = new ElderCare(rules("elder-care", ElderCareRules.class));
  private static final IndustrialSpace SPACE =
      new IndustrialSpace(rules("industrial-space", IndustrialSpaceRules.class));

  @ParameterizedTest
  @MethodSource("standings")
  void aPaperStandsWhereItsDocumentsDo(Paper.Standing standing, List<Document> documents) {
    assertThat(new Paper("identity", true, documents).standing()).isEqualTo(standing);
  }

  static Stream<Arguments> standings() {
    return Stream.of(
        arguments(MISSING, List.of()),
        arguments(WAITING, List.of(waiting(1))),
        arguments(PASSED, List.of(passed(1, 2))),
        arguments(ASKED_AGAIN, List.of(askedAgain(1, 2))),
        // One side of a card is good, the other is not looked at, or is not good.
        arguments(WAITING, List.of(passed(1, 3), waiting(2))),
        arguments(ASKED_AGAIN, List.of(askedAgain(1, 3), passed(2, 4))),
        arguments(ASKED_AGAIN, List.of(passed(1, 3), askedAgain(2, 4))),
        // What was asked for came after that, and not before or at the same time.
        arguments(ASKED_AGAIN, List.of(askedAgain(1, 3), passed(3, 5))),
        arguments(PASSED, List.of(askedAgain(1, 3), passed(4, 5))),
        arguments(WAITING, List.of(askedAgain(1, 3), waiting(4))),
        arguments(ASKED_AGAIN, List.of(askedAgain(1, 3), askedAgain(4, 5))),
        arguments(PASSED, List.of(askedAgain(1, 3), askedAgain(4, 5), passed(6, 7))));
  }

  @Test
  void onlyWhatPassedIsNoFault() {
    assertThat(new Paper("identity", true, List.of(passed(1, 2))).fault()).isEmpty();
    assertThat(new Paper("identity", true, List.of()).fault())
        .contains(Reason.of("PAPER_MISSING", "paper.identity"));
    assertThat(new Paper("identity", true, List.of(waiting(1))).fault())
        .contains(Reason.of("PAPER_TO_BE_LOOKED_AT", "paper.identity"));
    assertThat(new Paper("identity", true, List.of(askedAgain(1, 2))).fault())
        .contains(Reason.of("PAPER_ASKED_AGAIN", "paper.identity"));
  }

  @Test
  void theAnswersSayWhichPapersAreNeeded() {
    assertThat(Kinds.needed(CARE, Answers.NONE)).containsExactly("identity", "ability-assessment");
    assertThat(Kinds.needed(CARE, Answers.of("elder.categories", "low-income")))
        .containsExactly("identity", "ability-assessment", "proof-of-low-income");
    assertThat(Kinds.needed(CARE, Answers.of("elder.categories", "<script>")))
        .as("a draft may say anything")
        .containsExactly("identity", "ability-assessment");
  }

  @Test
  void everyKindOfPaperHasWordsInBothLanguages() {
    for (var language : List.of(Locale.ROOT, Locale.ENGLISH)) {
      var words = ResourceBundle.getBundle("booking-messages", language).keySet();
      assertThat(words)
          .containsAll(
              Stream.concat(Kinds.known(CARE).stream(), Kinds.known(SPACE).stream())
                  .flatMap(kind -> Stream.of("paper." + kind, "paper." + kind + ".hint"))
                  .toList());
    }
    assertThat(Kinds.known(CARE)).hasSizeGreaterThan(8);
  }

  @Test
  void aVerdictIsWrittenOnlyWithReasonsThatHaveWords() {
    var questions = Set.of("elder.name");
    assertThat(verdict(Verdict.Outcome.PASSED).mistakes(questions)).isEmpty();
    assertThat(askedAgain("MATERIAL_MISMATCH", "elder.name").mistakes(questions)).isEmpty();
    assertThat(askedAgain("MATERIAL_UNREADABLE", null).mistakes(questions)).isEmpty();
    assertThat(verdict(Verdict.Outcome.ASKED_AGAIN).mistakes(questions))
        .containsExactly(Reason.of("VERDICT_NEEDS_ITS_REASONS", "reasons"));
    assertThat(askedAgain("NO_SUCH_CODE", "no.question").mistakes(questions))
        .containsExactly(
            Reason.of("VERDICT_CODE_UNKNOWN", "reasons.code"),
            Reason.of("VERDICT_FIELD_UNKNOWN", "reasons.field"));
    var fault = new Verdict.Fault("MATERIAL_INCOMPLETE", null);
    assertThat(new Verdict(Verdict.Outcome.PASSED, List.of(fault)).mistakes(questions)).hasSize(1);
    assertThat(
            new Verdict(Verdict.Outcome.ASKED_AGAIN, Collections.nCopies(11, fault))
                .mistakes(questions))
        .hasSize(1);
  }

  private static Verdict verdict(Verdict.Outcome outcome) {
    return new Verdict(outcome, List.of());
  }

  private static Verdict askedAgain(String code, @Nullable String field) {
    return new Verdict(Verdict.Outcome.ASKED_AGAIN, List.of(new Verdict.Fault(code, field)));
  }

  private static Document waiting(int added) {
    return document(added, null, null);
  }

  private static Document passed(int added, int judged) {
    return document(added, verdict(Verdict.Outcome.PASSED), judged);
  }

  private static Document askedAgain(int added, int judged) {
    return document(added, askedAgain("MATERIAL_UNREADABLE", null), judged);
  }

  private static Document document(int added, @Nullable Verdict verdict, @Nullable Integer judged) {
    return new Document(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "identity",
        Instant.ofEpochSecond(added),
        null,
        verdict,
        judged == null ? null : Instant.ofEpochSecond(judged));
  }

  private static <T> T rules(String programme, Class<T> rules) {
    return RuleFiles.programme(programme, rules);
  }
}
