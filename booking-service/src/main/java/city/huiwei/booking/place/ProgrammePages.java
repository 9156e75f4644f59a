package city.huiwei.booking.place;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.booking.web.AskedQuestions;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The guide to a programme, and "am I eligible?"; nothing of that is kept. */
@Pages
class ProgrammePages {

  /** The answer "I have not graduated". */
  private static final int NOT_YET = 0;

  private final Programmes programmes;
  private final AskedQuestions questions;
  private final Mistakes mistakes;
  private final Clock clock;

  ProgrammePages(Programmes programmes, AskedQuestions questions, Mistakes mistakes, Clock clock) {
    this.programmes = programmes;
    this.questions = questions;
    this.mistakes = mistakes;
    this.clock = clock;
  }

  @GetMapping("/programmes/{code}")
  String guide(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam MultiValueMap<String, String> typed,
      Locale locale,
      Model model) {
    var programme = programmes.named(code).orElseThrow(ProblemException::notFound);
    model.addAttribute("programme", programme);
    var today = LocalDate.now(clock);
    if (programme instanceof ApplicationProgramme applied) {
      model.addAttribute("papers", applied.papers(Answers.NONE));
      test(applied, applied.selfTest().read(typed), today, locale, model);
    }
    if (programme instanceof GraduateHousing housing) {
      model.addAttribute("years", years(housing, today));
      if (year != null) {
        model.addAttribute("chosen", year);
        model.addAttribute("answer", mistakes.of(test(housing, year, today), locale));
      }
    }
    return "place/guide";
  }

  private void test(
      ApplicationProgramme programme,
      Answers answers,
      LocalDate today,
      Locale locale,
      Model model) {
    var form = programme.selfTest();
    var known = new AskedQuestions.Known(answers, Map.of(), locale);
    model.addAttribute("questions", questions.of(form.questions(), known));
    if (answers.values().isEmpty()) {
      return;
    }
    var asked = form.asAsked(answers);
    var wrong = form.mistakes(asked, today);
    model.addAttribute("mistakes", mistakes.of(wrong, locale));
    if (wrong.isEmpty()) {
      var against = programme.selfTestRefusals(asked, today);
      model.addAttribute("answer", mistakes.of(against, locale));
    }
  }

  /** The years that count, and the first that does not. */
  private static List<Integer> years(GraduateHousing housing, LocalDate today) {
    return IntStream.rangeClosed(0, housing.rules().graduationYearsBack() + 1)
        .mapToObj(back -> today.getYear() - back)
        .toList();
  }

  /** The rules themselves, asked about the shortest stay of somebody who has spent nothing. */
  private static List<Reason> test(GraduateHousing housing, int year, LocalDate today) {
    if (year == NOT_YET) {
      return List.of(Reason.of("NOT_GRADUATED"));
    }
    var rules = housing.rules();
    var first = housing.window(today).from();
    var stay = new Wish(first, first.plusDays(rules.leastNights()));
    var applicant = new Applicant(true, year, rules.entitlementNights());
    return housing.refusals(stay, applicant, today).stream().map(Refusal::reason).toList();
  }
}
