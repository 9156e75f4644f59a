package city.huiwei.booking.form;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with answers, and what is read of what was typed. */
class FormTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final Form form =
      new Form(
          List.of(
              Question.text("who", "name"),
              Question.yesNo("who", "couple"),
              Question.text("who", "spouse").onlyIf("couple", "yes"),
              Question.of("who", "code", Question.Kind.CREDIT_CODE).optional(),
              Question.of("when", "day", Question.Kind.DATE).optional(),
              Question.number("when", "months", 1, 12).optional(),
              Question.choices("what", "colours", List.of("red", "green")),
              Question.codes("what", "sites", 2),
              Question.consent("end", "agreed")));

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThat(codes(form.mistakes(Answers.NONE, TODAY)))
        .isEqualTo("name ANSWER_MISSING, couple ANSWER_MISSING, agreed CONSENT_MISSING");
  }

  @Test
  void aPageKnowsItsOwnMistakesOnly() {
    assertThat(codes(form.mistakes("end", Answers.NONE, TODAY)))
        .isEqualTo("agreed CONSENT_MISSING");
    assertThat(form.mistakes("when", Answers.NONE, TODAY)).isEmpty();
    assertThat(form.pages()).containsExactly("who", "when", "what", "end");
  }

  @Test
  void aQuestionThatIsNotAskedNeedsNoAnswerAndKeepsNone() {
    var alone = sound().with(Answers.of("couple", "no", "spouse", "周国强"));
    assertThat(form.mistakes(alone, TODAY)).isEmpty();
    assertThat(form.asAsked(alone).values()).doesNotContainKey("spouse");
    var couple = sound().with(Answers.of("couple", "yes"));
    assertThat(codes(form.mistakes(couple, TODAY))).isEqualTo("spouse ANSWER_MISSING");
  }

  @ParameterizedTest
  @CsvSource({
    "day, 2026-12-01, ''",
    "day, 2026-02-29, NOT_A_DATE",
    "months, 1, ''",
    "months, 0, NUMBER_OUT_OF_RANGE",
    "months, 12, ''",
    "months, 12.1, NUMBER_OUT_OF_RANGE",
    "months, twelve, NOT_A_NUMBER",
    "colours, green, ''",
    "colours, blue, NOT_A_CHOICE",
    "sites, ec-001, ''",
    "sites, ec 001, NOT_A_CHOICE",
    "agreed, no, NOT_A_CHOICE",
  })
  void anAnswerIsOfItsKind(String question, String answer, String code) {
    var mistakes = form.mistakes(sound().with(Answers.of(question, answer)), TODAY);
    assertThat(String.join(",", mistakes.stream().map(Reason::code).toList())).isEqualTo(code);
  }

  @Test
  void ofTooManyNoneIsTaken() {
    var three = sound().with(Answers.of("sites", "a", "sites", "b", "sites", "c"));
    assertThat(codes(form.mistakes(three, TODAY))).isEqualTo("sites TOO_MANY_CHOICES");
  }

  @ParameterizedTest
  @CsvSource({"100, ''", "101, name ANSWER_TOO_LONG"})
  void aTextHasAHundredCharactersAtMost(int length, String mistakes) {
    var answers = sound().with(Answers.of("name", "长".repeat(length)));
    assertThat(codes(form.mistakes(answers, TODAY))).isEqualTo(mistakes);
  }

  @Test
  void whatIsTypedIsReadInOneSpelling() {
    var read =
        form.read(
            Map.of(
                "name", List.of(" 林秀英　"),
                "day", List.of("２０２６－１２－０１"),
                "code", List.of("9144 0300ma5d"),
                "colours", List.of("red", "red", ""),
                "unknown", List.of("x")));
    assertThat(read.values())
        .isEqualTo(
            Map.of(
                "name", List.of("林秀英"),
                "day", List.of("2026-12-01"),
                "code", List.of("91440300MA5D"),
                "colours", List.of("red")));
  }

  @Test
  void whatIsReadIsBounded() {
    var many = IntStream.range(0, 1_000).mapToObj(n -> "s" + n).toList();
    var read = form.read(Map.of("sites", many, "name", List.of("x".repeat(100_000))));
    assertThat(read.all("sites")).hasSizeLessThan(50);
    assertThat(read.text("name").orElseThrow()).hasSizeLessThan(500);
  }

  @Test
  void answersAreNeverShownAsText() {
    assertThat(Answers.of("name", "林秀英").toString()).doesNotContain("林秀英");
  }

  private static Answers sound() {
    return Answers.of("name", "林秀英", "couple", "no", "agreed", "yes");
  }

  private static String codes(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.field() + " " + reason.code())
        .collect(Collectors.joining(", "));
  }
}
