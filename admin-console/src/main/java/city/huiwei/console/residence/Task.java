package city.huiwei.console.residence;

import city.huiwei.booking.contract.ResidenceDesk.Step;
import java.util.Locale;

/** A step that staff can take, and the facts that it needs; booking-service has the last word. */
record Task(Step step) {

  /** Whether there is a day to say. */
  public boolean hasDay() {
    return switch (step) {
      case PUBLISH, MOVE_IN, LOOK, GO_AWAY, RENEW, GIVE_NOTICE -> true;
      case AGREE, OBJECT, SIGN, COME_BACK, LEAVE -> false;
    };
  }

  /** Whether it cannot be left out. */
  public boolean needsDay() {
    return hasDay() && step != Step.MOVE_IN && step != Step.RENEW;
  }

  public boolean needsNote() {
    return step == Step.OBJECT;
  }

  /** Whether it tells if the place still suits. */
  public boolean judgesThePlace() {
    return step == Step.LOOK;
  }

  /** Whether it cannot be taken back. */
  public boolean isFinal() {
    return step == Step.LEAVE;
  }

  /** As addresses and message keys write it. */
  public String word() {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
