package city.huiwei.look;

import java.util.List;

/**
 * A question with its answers in words, for a summary; who is named in them is masked.
 *
 * @param answers none when it was not answered
 */
public record AnsweredQuestion(String code, String label, List<String> answers) {

  @Override
  public String toString() {
    return code;
  }
}
