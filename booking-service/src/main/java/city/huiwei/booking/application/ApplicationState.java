package city.huiwei.booking.application;

import java.util.Arrays;
import java.util.Set;

/** The life of an application, for all programmes. An appeal is no state: the place is kept. */
public enum ApplicationState {
  /** Somebody is still writing it. */
  DRAFT,
  /** Sent; its papers are to be checked. */
  SUBMITTED,
  /** The papers are sound; it has no rank yet. */
  VERIFIED,
  /** It has a rank and waits for a place. */
  QUEUED,
  /** A place is offered and kept free until the answer. */
  OFFERED,
  /** The offer is taken; the place is being made firm. */
  ACCEPTED,
  /** The place is theirs. */
  BOOKED,
  /** They have left the place again. */
  ENDED,
  WITHDRAWN,
  /** A person decided that it has no right to a place. */
  INELIGIBLE,
  /** Nobody answers; it keeps its rank and gets no offers until somebody is heard of. */
  DORMANT;

  /** The states it can go to from here. */
  public Set<ApplicationState> next() {
    return switch (this) {
      case DRAFT -> Set.of(SUBMITTED, WITHDRAWN);
      case SUBMITTED -> Set.of(VERIFIED, INELIGIBLE, WITHDRAWN);
      case VERIFIED -> Set.of(QUEUED, INELIGIBLE, WITHDRAWN);
      case QUEUED -> Set.of(OFFERED, DORMANT, INELIGIBLE, WITHDRAWN);
      case OFFERED -> Set.of(ACCEPTED, QUEUED, DORMANT, WITHDRAWN);
      case ACCEPTED -> Set.of(BOOKED, QUEUED);
      case BOOKED -> Set.of(ENDED);
      case DORMANT -> Set.of(QUEUED, INELIGIBLE, WITHDRAWN);
      case INELIGIBLE -> Set.of(VERIFIED);
      case ENDED, WITHDRAWN -> Set.of();
    };
  }

  /** Whether it waits in the list, also while it rests or has an offer. */
  public boolean isRanked() {
    return this == QUEUED || this == OFFERED || this == DORMANT;
  }

  /** Whether it was sent and may still come to a place, or has one. */
  public boolean isAlive() {
    return switch (this) {
      case SUBMITTED, VERIFIED, QUEUED, OFFERED, ACCEPTED, BOOKED, DORMANT -> true;
      case DRAFT, ENDED, WITHDRAWN, INELIGIBLE -> false;
    };
  }

  /** The states from which it can come here. */
  static String[] before(ApplicationState state) {
    return Arrays.stream(values())
        .filter(each -> each.next().contains(state))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
