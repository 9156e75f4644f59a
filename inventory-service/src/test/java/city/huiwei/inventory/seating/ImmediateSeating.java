package city.huiwei.inventory.seating;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What late seating is compared with: a room is chosen at once and stays. */
final class ImmediateSeating {

  private final List<List<Period>> rooms = new ArrayList<>();
  private final IntUnaryOperator choice;
  private int refused;

  /**
   * @param choice which of so many free rooms
   */
  ImmediateSeating(int rooms, IntUnaryOperator choice) {
    IntStream.range(0, rooms).forEach(_ -> this.rooms.add(new ArrayList<>()));
    this.choice = choice;
  }

  void seat(List<Request> requests) {
    requests.forEach(request -> seat(request.period()));
  }

  /** Refusals of requests that had a free room on every night. */
  int refused() {
    return refused;
  }

  private void seat(Period wanted) {
    var free = rooms.stream().filter(room -> room.stream().noneMatch(wanted::overlaps)).toList();
    if (!free.isEmpty()) {
      free.get(choice.applyAsInt(free.size())).add(wanted);
    } else if (everyNightHasAFreeRoom(wanted)) {
      refused++;
    }
  }

  private boolean everyNightHasAFreeRoom(Period wanted) {
    return wanted
        .from()
        .datesUntil(requireNonNull(wanted.to()))
        .allMatch(night ->
            rooms.stream()
                .anyMatch(room -> room.stream().noneMatch(taken -> taken.contains(night))));
  }
}
