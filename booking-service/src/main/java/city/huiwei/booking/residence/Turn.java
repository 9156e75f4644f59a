package city.huiwei.booking.residence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Notice.Kind;
import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody wants to take in a residence, and what comes of it. Pure.
 *
 * @param version of the residence they looked at
 * @param day until when it is public or kept, when the next look is due, or the last day, by the
 *     step
 * @param needsAnother with a look: the place does not suit any more
 * @param note what there is to say of it
 */
record Turn(
    int version,
    ResidenceStep step,
    @Nullable LocalDate day,
    boolean needsAnother,
    @Nullable String note) {

  static final int LONGEST_NOTE = 500;

  /** Why it cannot be taken today; absent when it can. */
  @Nullable Reason mistake(Residence now, LocalDate today) {
    if (!now.state().steps().contains(step)
        || (step == ResidenceStep.RENEW && now.ends() != null)) {
      return Reason.of("WRONG_STATE");
    }
    var inWords = mistakeInWords();
    if (inWords != null) {
      return inWords;
    }
    return switch (step) {
      case PUBLISH, GO_AWAY, GIVE_NOTICE, LOOK -> isAhead(today) ? null : dayAhead(today);
      case SIGN -> isPublicStill(now, today) ? stillPublic(now) : null;
      case AGREE, OBJECT, MOVE_IN, COME_BACK, RENEW, LEAVE -> null;
    };
  }

  /** Why what is said of it will not do; absent when it will. */
  @Nullable Reason mistakeInWords() {
    if (said().length() > LONGEST_NOTE) {
      return new Reason("ANSWER_TOO_LONG", "note", Map.of("most", LONGEST_NOTE));
    }
    return step == ResidenceStep.OBJECT && said().isEmpty()
        ? Reason.of("ANSWER_MISSING", "note")
        : null;
  }

  private boolean isAhead(LocalDate today) {
    return day != null && day.isAfter(today);
  }

  private static Reason dayAhead(LocalDate today) {
    return new Reason("DAY_NOT_AHEAD", "day", Map.of("today", today));
  }

  private static boolean isPublicStill(Residence now, LocalDate today) {
    return now.state() == ResidenceState.PUBLISHED
        && now.until() != null
        && now.until().isAfter(today);
  }

  private static Reason stillPublic(Residence now) {
    return new Reason("STILL_PUBLIC", null, Map.of("until", String.valueOf(now.until())));
  }

  /** As it is after the step. */
  Residence after(Residence now, LocalDate today) {
    return new Residence(
        now.id(),
        now.application(),
        now.programme(),
        now.operator(),
        now.site(),
        now.pools(),
        now.units(),
        now.area(),
        stateAfter(now),
        now.begins(),
        endsAfter(now, today),
        step == ResidenceStep.PUBLISH || step == ResidenceStep.GO_AWAY
            ? day
            : step == ResidenceStep.OBJECT ? now.until() : null,
        step == ResidenceStep.LOOK || step == ResidenceStep.MOVE_IN || step == ResidenceStep.RENEW
            ? day
            : step == ResidenceStep.LEAVE ? null : now.lookDue(),
        step == ResidenceStep.LOOK ? needsAnother : now.needsAnother(),
        version);
  }

  /** Who is away and gives notice stays away. */
  private ResidenceState stateAfter(Residence now) {
    return step == ResidenceStep.GIVE_NOTICE ? now.state() : step.to();
  }

  private @Nullable LocalDate endsAfter(Residence now, LocalDate today) {
    return switch (step) {
      case GIVE_NOTICE -> day;
      case LEAVE -> today;
      default -> now.ends();
    };
  }

  /** What who lives there is told of it; absent where it is no news to them. */
  @Nullable Notice notice(Residence after) {
    var application = after.application();
    return switch (step) {
      case PUBLISH -> Notice.of(Kind.RESULT_PUBLISHED, application, requireNonNull(after.until()));
      case SIGN -> Notice.of(Kind.AGREEMENT_SIGNED, application);
      case MOVE_IN -> Notice.of(Kind.MOVED_IN, application);
      case LOOK ->
          needsAnother
              ? Notice.of(Kind.ANOTHER_NEEDED, application)
              : Notice.of(Kind.CHECKED, application, requireNonNull(after.lookDue()));
      case GO_AWAY -> Notice.of(Kind.LEAVE_BEGUN, application, requireNonNull(after.until()));
      case RENEW -> Notice.of(Kind.RENEWED, application);
      case GIVE_NOTICE -> Notice.of(Kind.END_NOTED, application, requireNonNull(after.ends()));
      case LEAVE -> Notice.of(Kind.PLACE_LEFT, application);
      case AGREE, OBJECT, COME_BACK -> null;
    };
  }

  String said() {
    return note == null ? "" : note.strip();
  }
}
