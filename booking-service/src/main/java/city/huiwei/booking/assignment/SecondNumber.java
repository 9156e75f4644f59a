package city.huiwei.booking.assignment;

import city.huiwei.booking.ballot.Bytes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a reserve is drawn within its group: by the SHA-256 of {@code "again "} and
 * the ticket's number in hex. It follows from the draw, so that anyone can replay it too, and is as
 * random as the number; how many chances a ticket has counts in the open draw alone.
 */
final class SecondNumber {

  private SecondNumber() {}

  /** What was drawn of a ticket: 64 hex digits and the rank. */
  record First(String ticket, String number, int rank) {}

  static Map<String, RoundPlan.Turn> of(List<First> drawn) {
    record Both(First first, Bytes second) {}
    var ordered =
        drawn.stream()
            .map(first -> new Both(first, Bytes.ofText("again " + first.number()).sha256()))
            .sorted(Comparator.comparing(Both::second).thenComparing(it -> it.first().ticket()))
            .toList();
    var numbers = new HashMap<String, RoundPlan.Turn>();
    for (var both : ordered) {
      numbers.put(
          both.first().ticket(), new RoundPlan.Turn(both.first().rank(), numbers.size() + 1));
    }
    return numbers;
  }
}
