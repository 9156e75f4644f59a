package city.huiwei.booking.residence;

import java.util.Set;

/** The life of a residence, and what may be done in it. */
public enum ResidenceState {
  /** The offer was taken. */
  AGREED,
  /** The result is public, and objections can be made. */
  PUBLISHED,
  /** The agreement is signed. */
  SIGNED,
  /** Somebody lives there, or works there. */
  LIVING,
  /** They are away for some days, and the place is kept. */
  ON_LEAVE,
  /** The place is free for the next. */
  LEFT;

  /** Whether somebody has moved in. */
  public boolean isMovedIn() {
    return switch (this) {
      case AGREED, PUBLISHED, SIGNED -> false;
      case LIVING, ON_LEAVE, LEFT -> true;
    };
  }

  /** What staff can do now. */
  Set<ResidenceStep> steps() {
    return switch (this) {
      case AGREED ->
          Set.of(
              ResidenceStep.PUBLISH,
              ResidenceStep.SIGN,
              ResidenceStep.MOVE_IN,
              ResidenceStep.LEAVE);
      case PUBLISHED -> Set.of(ResidenceStep.OBJECT, ResidenceStep.SIGN, ResidenceStep.LEAVE);
      case SIGNED -> Set.of(ResidenceStep.MOVE_IN, ResidenceStep.LEAVE);
      case LIVING ->
          Set.of(
              ResidenceStep.LOOK,
              ResidenceStep.GO_AWAY,
              ResidenceStep.RENEW,
              ResidenceStep.GIVE_NOTICE,
              ResidenceStep.LEAVE);
      case ON_LEAVE ->
          Set.of(ResidenceStep.COME_BACK, ResidenceStep.GIVE_NOTICE, ResidenceStep.LEAVE);
      case LEFT -> Set.of();
    };
  }
}
