package city.huiwei.booking.draft;

/** A page of a form, and how far it is. */
record Task(String page, State state) {

  /** How far. */
  enum State {
    NOT_STARTED,
    IN_PROGRESS,
    DONE
  }

  boolean isDone() {
    return state == State.DONE;
  }
}
