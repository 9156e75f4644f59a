package city.huiwei.booking.place;

import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The guide to a programme, and where it is booked at once "am I eligible?"; nothing is kept. */
@Pages
class ProgrammePages {

  /** The answer "I have not graduated". */
  private static final int NOT_YET = 0;

  private final Programmes programmes;
  private final Mistakes mistakes;
  private final Clock clock;

  ProgrammePages(Programmes programmes, Mistakes mistakes, Clock clock) {
    this.programmes = programmes;
    this.mistakes = mistakes;
    this.clock = clock;
  }

  @GetMapping("/programmes/{code}")
  String guide(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable Integer year,
      Locale locale,
      Model model) {
    var programme = programmes.named(code).orElseThrow(ProblemException::notFound);
    model.addAttribute("programme", programme);
    if (programme instanceof GraduateHousing housing) {
      var today = LocalDate.now(clock);
      model.addAttribute("years", years(housing, today));
      if (year != null) {
        model.addAttribute("chosen", year);
        model.addAttribute("answer", mistakes.of(test(housing, year, today), locale));
      }
    }
    return "place/guide";
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
