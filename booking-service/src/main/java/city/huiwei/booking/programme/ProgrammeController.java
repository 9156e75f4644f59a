package city.huiwei.booking.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The programmes with their rules in figures, open to everyone. */
@RestController
class ProgrammeController {

  private final Programmes programmes;
  private final MessageSource messages;
  private final Clock clock;

  ProgrammeController(Programmes programmes, MessageSource messages, Clock clock) {
    this.programmes = programmes;
    this.messages = messages;
    this.clock = clock;
  }

  record ProgrammeList(List<ProgrammeAnswer> items) {}

  /**
   * A programme.
   *
   * @param booked whether a place is booked at once rather than applied for
   * @param stay what a stay must be like, where places are booked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProgrammeAnswer(
      String programme, String name, boolean booked, @Nullable StayAnswer stay) {}

  /**
   * The rules of a stay.
   *
   * @param firstDay the first day on which it may begin, {@code lastDay} likewise
   */
  record StayAnswer(
      String rulesVersion,
      LocalDate firstDay,
      LocalDate lastDay,
      int leastNights,
      int mostNights,
      int entitlementNights) {}

  @GetMapping("/api/programmes")
  ProgrammeList programmes(Locale locale) {
    return new ProgrammeList(
        programmes.all().stream().map(programme -> answer(programme, locale)).toList());
  }

  private ProgrammeAnswer answer(Programme programme, Locale locale) {
    return new ProgrammeAnswer(
        programme.code(),
        messages.getMessage("programme." + programme.code(), null, locale),
        programme.isBooked(),
        stay(programme));
  }

  private @Nullable StayAnswer stay(Programme programme) {
    return switch (programme) {
      case GraduateHousing housing -> {
        var window = housing.window(LocalDate.now(clock));
        var rules = housing.rules();
        yield new StayAnswer(
            rules.version(),
            window.from(),
            window.to(),
            rules.leastNights(),
            rules.mostNights(),
            rules.entitlementNights());
      }
      case ElderCare _, Childcare _, IndustrialSpace _ -> null;
    };
  }
}
