package city.huiwei.booking.draft;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.booking.form.Question;
import city.huiwei.booking.programme.ApplicationProgramme;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An application that is being written, with what was answered so far, right or wrong. */
record Draft(
    Application application, ApplicationProgramme programme, Answers answers, LocalDate today) {

  /** Whether it is still being written. */
  boolean isOpen() {
    return application.state() == ApplicationState.DRAFT;
  }

  Form form() {
    return programme.form();
  }

  /** What a page asks; consent is asked for where all is sent. */
  List<Question> questions(String page) {
    return form().page(page).stream()
        .filter(question -> question.kind() != Question.Kind.CONSENT)
        .toList();
  }

  List<Task> tasks() {
    return form().tasks().stream().map(page -> new Task(page, state(page))).toList();
  }

  private Task.State state(String page) {
    var isStarted =
        form().page(page).stream().anyMatch(each -> answers.values().containsKey(each.code()));
    if (!isStarted) {
      return Task.State.NOT_STARTED;
    }
    var isSound = form().mistakes(page, answers, today).isEmpty();
    return isSound ? Task.State.DONE : Task.State.IN_PROGRESS;
  }

  /** The page that comes after one; none after the last. */
  Optional<String> pageAfter(String page) {
    var pages = form().tasks();
    return pages.stream().skip(pages.indexOf(page) + 1L).findFirst();
  }

  /** The papers that go with these answers. */
  List<String> papers() {
    return programme.papers(form().asAsked(answers));
  }

  Draft with(Answers typed) {
    return new Draft(application, programme, answers.with(typed), today);
  }

  @Override
  public String toString() {
    return application.toString();
  }
}
