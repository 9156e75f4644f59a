package city.huiwei.booking.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form. Its words are the messages {@code question.<code>}, {@code
 * question.<code>.hint} and {@code choice.<code>.<choice>}.
 *
 * @param page questions of one page are asked together
 * @param choices the answers there are, where they are given
 * @param least the smallest number, or how many choices, {@code most} likewise
 * @param onlyIf asked only when another question has that answer
 */
public record Question(
    String page,
    String code,
    Kind kind,
    List<String> choices,
    int least,
    int most,
    boolean isRequired,
    @Nullable Condition onlyIf) {

  /** What an answer looks like. */
  public enum Kind {
    TEXT,
    IDENTITY_NUMBER,
    CREDIT_CODE,
    TELEPHONE,
    EMAIL,
    DATE,
    NUMBER,
    YES_NO,
    CHOICE,
    CHOICES,
    /** Codes of what the stock has, such as districts. */
    CODES,
    /** The same, the best first. */
    RANKED_CODES,
    /** Nothing goes on without this. */
    CONSENT
  }

  /** Another question's answer. */
  public record Condition(String code, String answer) {}

  private static final int LONGEST_TEXT = 100;
  private static final List<String> YES_NO = List.of("yes", "no");

  public static Question text(String page, String code) {
    return of(page, code, Kind.TEXT);
  }

  /** A question whose kind says all: a date, an identity number, a telephone number. */
  public static Question of(String page, String code, Kind kind) {
    return new Question(page, code, kind, List.of(), 0, LONGEST_TEXT, true, null);
  }

  public static Question number(String page, String code, int least, int most) {
    return new Question(page, code, Kind.NUMBER, List.of(), least, most, true, null);
  }

  public static Question yesNo(String page, String code) {
    return new Question(page, code, Kind.YES_NO, YES_NO, 1, 1, true, null);
  }

  public static Question choice(String page, String code, List<String> choices) {
    return new Question(page, code, Kind.CHOICE, List.copyOf(choices), 1, 1, true, null);
  }

  /** Any number of the choices; none is an answer too. */
  public static Question choices(String page, String code, List<String> choices) {
    return new Question(
        page, code, Kind.CHOICES, List.copyOf(choices), 0, choices.size(), false, null);
  }

  public static Question codes(String page, String code, int most) {
    return new Question(page, code, Kind.CODES, List.of(), 0, most, false, null);
  }

  public static Question rankedCodes(String page, String code, int most) {
    return new Question(page, code, Kind.RANKED_CODES, List.of(), 0, most, false, null);
  }

  public static Question consent(String page, String code) {
    return new Question(page, code, Kind.CONSENT, List.of("yes"), 1, 1, true, null);
  }

  public Question optional() {
    return new Question(page, code, kind, choices, least, most, false, onlyIf);
  }

  public Question onlyIf(String other, String answer) {
    return new Question(
        page, code, kind, choices, least, most, isRequired, new Condition(other, answer));
  }

  /** The same whatever is answered to others. */
  public Question always() {
    return new Question(page, code, kind, choices, least, most, isRequired, null);
  }

  /** Whether blanks and small letters mean nothing in it. */
  boolean isCode() {
    return kind == Kind.IDENTITY_NUMBER || kind == Kind.CREDIT_CODE;
  }

  /** Whether these answers make it a question at all. */
  public boolean isAsked(Answers answers) {
    return onlyIf == null || answers.all(onlyIf.code()).contains(onlyIf.answer());
  }
}
