package city.huiwei.booking.evidence;

import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Question;
import city.huiwei.booking.programme.ApplicationProgramme;
import java.util.List;
import java.util.stream.Stream;

/** Which kinds of papers there are, and which of them an application needs. */
final class Kinds {

  private Kinds() {}

  /** All that a programme knows: what it asks of somebody who chooses every choice. */
  static List<String> known(ApplicationProgramme programme) {
    var everything =
        programme.form().questions().stream().collect(toMap(Question::code, Question::choices));
    return programme.papers(new Answers(everything));
  }

  /** What these answers ask for; in a draft they may say anything. */
  static List<String> needed(ApplicationProgramme programme, Answers answers) {
    var known = known(programme);
    return programme.papers(answers).stream().filter(known::contains).distinct().toList();
  }

  /** The papers that are needed, and those of which something was brought. */
  static List<Paper> papers(List<String> needed, List<Document> documents) {
    return Stream.concat(needed.stream(), documents.stream().map(Document::kind))
        .distinct()
        .map(kind ->
            new Paper(
                kind,
                needed.contains(kind),
                documents.stream().filter(document -> document.kind().equals(kind)).toList()))
        .toList();
  }
}
