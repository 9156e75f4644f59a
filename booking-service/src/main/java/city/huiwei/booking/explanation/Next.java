package city.huiwei.booking.explanation;

import city.huiwei.booking.application.ApplicationState;
import city.huiwei.edge.Reason;

/** What comes next for an application, and who has to do it; pure. */
final class Next {

  private Next() {}

  static Reason of(ApplicationState state) {
    return Reason.of(
        switch (state) {
          case DRAFT -> "NEXT_SEND";
          case SUBMITTED, VERIFIED -> "NEXT_PAPERS";
          case QUEUED -> "NEXT_WAIT";
          case OFFERED -> "NEXT_ANSWER";
          case ACCEPTED, BOOKED -> "NEXT_MOVE_IN";
          case DORMANT -> "NEXT_BE_HEARD";
          case INELIGIBLE -> "NEXT_APPEAL";
          case ENDED, WITHDRAWN -> "NEXT_NOTHING";
        });
  }
}
