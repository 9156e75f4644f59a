package city.huiwei.booking.assignment;

import city.huiwei.booking.batch.Allotment;
import city.huiwei.booking.batch.Batch;
import city.huiwei.booking.batch.Entry;
import city.huiwei.booking.batch.Part;
import city.huiwei.booking.batch.RankedWish;
import city.huiwei.booking.contract.ReserveOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a round of a batch, and what there is to give: all of it in the first, and what
 * came back in those that follow, in which nobody who had a room takes part again. Pure.
 *
 * @param turns what was drawn, by ticket
 * @param before what was given in earlier rounds
 * @param first no room is given for a night before
 */
record RoundPlan(
    Batch batch,
    List<Entry> entries,
    Map<String, Turn> turns,
    List<Assignment> before,
    LocalDate first) {

  /**
   * @param again the order of a draw within the group alone
   */
  record Turn(int rank, int again) {}

  /** People who come one after the other, and the rooms that are theirs. */
  record Queue(@Nullable String allotment, Supply supply, List<Contender> contenders) {}

  List<Queue> queues() {
    var waiting = waiting();
    var queues = new ArrayList<Queue>();
    batch.allotments().forEach(allotment -> queues.add(queue(allotment, waiting)));
    queues.add(drawn(waiting));
    return queues;
  }

  private List<Entry> waiting() {
    Set<UUID> had = new HashSet<>();
    before.stream()
        .filter(assignment -> assignment.state() != Assignment.State.FAILED)
        .forEach(assignment -> had.add(assignment.winner().entry()));
    return entries.stream().filter(entry -> !had.contains(entry.id())).toList();
  }

  private Queue queue(Allotment allotment, List<Entry> waiting) {
    var contenders =
        waiting.stream()
            .filter(entry -> allotment.code().equals(code(entry)))
            .map(entry -> contender(entry, new Turn(place(entry), 0)))
            .toList();
    var lots =
        batch.part(allotment.pool()).stream()
            .map(part -> lot(part, allotment.units(), isOf(allotment.code())))
            .toList();
    var supply = new Supply(lots, new TreeMap<>(), ReserveOrder.MINIMUM_GUARANTEE);
    return new Queue(allotment.code(), supply, contenders);
  }

  private Queue drawn(List<Entry> waiting) {
    var contenders = new ArrayList<Contender>();
    for (var entry : waiting) {
      var turn = turns.get(entry.ticket());
      if (code(entry) == null && turn != null) {
        contenders.add(contender(entry, turn));
      }
    }
    var lots =
        batch.parts().stream()
            .map(part -> lot(part, part.units() - allotted(part), isOf(null)))
            .toList();
    var reserves = new TreeMap<String, Integer>();
    batch
        .reserves()
        .forEach(it -> reserves.put(it.category().code(), left(it.category().code(), it.units())));
    return new Queue(null, new Supply(lots, reserves, batch.reserveOrder()), contenders);
  }

  private int allotted(Part part) {
    return batch.allotments().stream()
        .filter(allotment -> allotment.pool().equals(part.pool()))
        .mapToInt(Allotment::units)
        .sum();
  }

  /** What of a reserve is not used on the night on which most of it is. */
  private int left(String category, int units) {
    var guarantee = batch.reserveOrder() == ReserveOrder.MINIMUM_GUARANTEE;
    var used =
        before.stream()
            .filter(Assignment::isLive)
            .filter(it -> it.winner().category().equals(category))
            .filter(it -> guarantee || it.winner().reserved())
            .toList();
    return Math.max(0, units - most(used));
  }

  private static int most(Collection<Assignment> used) {
    return used.stream()
        .flatMap(it -> it.lot().stay().from().datesUntil(it.lot().stay().to()))
        .collect(Collectors.groupingBy(night -> night, Collectors.summingInt(_ -> 1)))
        .values()
        .stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private RoomLot lot(Part part, int units, Predicate<Assignment> isTheirs) {
    var taken =
        before.stream()
            .filter(Assignment::takesARoom)
            .filter(it -> it.lot().stay().pool().equals(part.pool()))
            .filter(isTheirs)
            .toList();
    var rooms =
        part.from()
            .datesUntil(part.to())
            .map(night -> night.isBefore(first) ? 0 : Math.max(0, units - on(night, taken)))
            .toList();
    return new RoomLot(part.pool(), part.from(), rooms);
  }

  private static int on(LocalDate night, List<Assignment> taken) {
    return Math.toIntExact(
        taken.stream()
            .map(it -> it.lot().stay())
            .filter(stay -> !night.isBefore(stay.from()) && night.isBefore(stay.to()))
            .count());
  }

  private static Predicate<Assignment> isOf(@Nullable String allotment) {
    return assignment -> {
      var other = assignment.winner().allotment();
      return allotment == null ? other == null : allotment.equals(other);
    };
  }

  private static Contender contender(Entry entry, Turn turn) {
    return new Contender(
        entry.ticket(),
        turn.rank(),
        turn.again(),
        entry.category().code(),
        entry.wishes().stream().map(RoundPlan::wished).toList());
  }

  private static Wished wished(RankedWish wish) {
    return new Wished(wish.pool(), wish.from(), wish.to(), wish.slackDays(), wish.leastNights());
  }

  private static @Nullable String code(Entry entry) {
    var invitation = entry.invitation();
    return invitation == null ? null : invitation.allotment();
  }

  private static int place(Entry entry) {
    var invitation = entry.invitation();
    return invitation == null ? Integer.MAX_VALUE : invitation.place();
  }
}
