package city.huiwei.booking.progress;

import static city.huiwei.booking.application.ApplicationState.ACCEPTED;
import static city.huiwei.booking.application.ApplicationState.BOOKED;
import static city.huiwei.booking.application.ApplicationState.DORMANT;
import static city.huiwei.booking.application.ApplicationState.ENDED;
import static city.huiwei.booking.application.ApplicationState.INELIGIBLE;
import static city.huiwei.booking.application.ApplicationState.OFFERED;
import static city.huiwei.booking.application.ApplicationState.QUEUED;
import static city.huiwei.booking.application.ApplicationState.SUBMITTED;
import static city.huiwei.booking.application.ApplicationState.VERIFIED;
import static city.huiwei.booking.application.ApplicationState.WITHDRAWN;

import city.huiwei.booking.application.ApplicationState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of an application's way, as its applicant sees it.
 *
 * @param name the last part of its message key, {@code progress.step.…}
 * @param at when it was taken, or until when it is; absent where that is not known
 */
record Step(String name, @Nullable Instant at, State state) {

  /** Where a step stands; at most one of an application is the next. */
  enum State {
    DONE,
    NEXT,
    LATER
  }

  /** The whole way of an application, in order, as far as it can be known. */
  static List<Step> of(ApplicationState state, Reached reached) {
    var sent = done("sent", reached.first(SUBMITTED));
    var checked = done("checked", reached.first(QUEUED));
    var offered = done("offered", reached.last(OFFERED));
    var booked = done("booked", reached.last(BOOKED));
    return switch (state) {
      case DRAFT -> List.of(next("sending", null), later("check"), later("offer"), later("move"));
      case SUBMITTED ->
          List.of(sent, next("check", reached.checkBy()), later("offer"), later("move"));
      case VERIFIED ->
          List.of(
              sent,
              done("verified", reached.last(VERIFIED)),
              next("second-check", reached.checkBy()),
              later("offer"),
              later("move"));
      case QUEUED -> List.of(sent, checked, next("offer", null), later("move"));
      case OFFERED ->
          List.of(sent, checked, offered, next("answer", reached.answerBy()), later("move"));
      case ACCEPTED ->
          List.of(
              sent,
              checked,
              offered,
              done("accepted", reached.last(ACCEPTED)),
              next("booking", null),
              later("move"));
      case BOOKED ->
          reached.movedIn()
              ? List.of(sent, checked, offered, booked, next("living", null))
              : List.of(sent, checked, offered, booked, next("move", null));
      case ENDED -> List.of(sent, checked, booked, done("ended", reached.last(ENDED)));
      case DORMANT ->
          List.of(sent, checked, done("dormant", reached.last(DORMANT)), next("wake", null));
      case INELIGIBLE -> refused(reached, sent);
      case WITHDRAWN -> known(reached, sent, checked);
    };
  }

  private static List<Step> refused(Reached reached, Step sent) {
    var refused = done("ineligible", reached.last(INELIGIBLE));
    return reached.objectBy() == null
        ? List.of(sent, refused)
        : List.of(sent, refused, next("object", reached.objectBy()));
  }

  /** Who gives up has come as far as they had. */
  private static List<Step> known(Reached reached, Step sent, Step checked) {
    return Stream.concat(
            Stream.of(sent, checked).filter(step -> step.at() != null),
            Stream.of(done("withdrawn", reached.last(WITHDRAWN))))
        .toList();
  }

  public boolean isDone() {
    return state == State.DONE;
  }

  public boolean isNext() {
    return state == State.NEXT;
  }

  private static Step done(String name, @Nullable Instant at) {
    return new Step(name, at, State.DONE);
  }

  private static Step next(String name, @Nullable Instant by) {
    return new Step(name, by, State.NEXT);
  }

  private static Step later(String name) {
    return new Step(name, null, State.LATER);
  }
}
