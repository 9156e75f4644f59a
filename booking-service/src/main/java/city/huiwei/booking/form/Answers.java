package city.huiwei.booking.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody answered, by the question's code, in the form's own spelling. It may hold names and
 * numbers of persons, so it never shows them as text.
 */
public record Answers(Map<String, List<String>> values) {

  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    var copy = new LinkedHashMap<String, List<String>>();
    values.forEach((code, answer) -> copy.put(code, List.copyOf(answer)));
    values = java.util.Collections.unmodifiableMap(copy);
  }

  /** For rules and tests: one answer a question, pairwise. */
  public static Answers of(String... codesAndAnswers) {
    var values = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < codesAndAnswers.length; i += 2) {
      values
          .computeIfAbsent(codesAndAnswers[i], _ -> new ArrayList<>())
          .add(codesAndAnswers[i + 1]);
    }
    return new Answers(values);
  }

  /** All answers to a question, empty when it was not answered. */
  public List<String> all(String code) {
    return values.getOrDefault(code, List.of());
  }

  public Optional<String> text(String code) {
    return all(code).stream().findFirst();
  }

  public boolean isYes(String code) {
    return all(code).contains("yes");
  }

  /** The number that was answered, if it can be read. */
  public Optional<BigDecimal> number(String code) {
    return text(code).flatMap(Answers::readNumber);
  }

  /** The day that was answered, if it can be read. */
  public Optional<LocalDate> date(String code) {
    return text(code).flatMap(Answers::readDate);
  }

  /** These answers with others in their place. */
  public Answers with(Answers others) {
    var all = new LinkedHashMap<>(values);
    all.putAll(others.values);
    return new Answers(all);
  }

  static Optional<BigDecimal> readNumber(String text) {
    return text.matches("-?\\d{1,9}(\\.\\d)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  static Optional<LocalDate> readDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (java.time.format.DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Answers" + values.keySet();
  }
}
