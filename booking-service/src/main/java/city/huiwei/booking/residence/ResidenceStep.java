package city.huiwei.booking.residence;

/** What is done in the life of a residence. */
enum ResidenceStep {
  /** The offer was taken; nobody takes this step by hand. */
  AGREE(ResidenceState.AGREED),
  /** The result is made public until a day. */
  PUBLISH(ResidenceState.PUBLISHED),
  /** Somebody objects while the result is public; it stays public. */
  OBJECT(ResidenceState.PUBLISHED),
  /** The agreement, the lease, the supervision agreement are signed. */
  SIGN(ResidenceState.SIGNED),
  /** Admission, or the handover of the keys. */
  MOVE_IN(ResidenceState.LIVING),
  /** A reassessment of abilities, or the yearly check. */
  LOOK(ResidenceState.LIVING),
  /** Away, with the place kept until a day. */
  GO_AWAY(ResidenceState.ON_LEAVE),
  COME_BACK(ResidenceState.LIVING),
  /** The lease goes on. */
  RENEW(ResidenceState.LIVING),
  /** The last day is known: the place is offered for then. */
  GIVE_NOTICE(ResidenceState.LIVING),
  /** Discharge, death, vacating: the place is free. */
  LEAVE(ResidenceState.LEFT);

  private final ResidenceState to;

  ResidenceStep(ResidenceState to) {
    this.to = to;
  }

  ResidenceState to() {
    return to;
  }
}
