package city.huiwei.booking.notice;

/** What came of sending a message once. A fault is told without any address. */
sealed interface Outcome {

  record Sent() implements Outcome {}

  /** Nobody can be reached there. */
  record Unreachable() implements Outcome {}

  /** Another try may go better. */
  record Later(String fault) implements Outcome {}

  /** Another try would end the same. */
  record Never(String fault) implements Outcome {}
}
