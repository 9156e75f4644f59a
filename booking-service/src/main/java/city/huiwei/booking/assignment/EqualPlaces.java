package city.huiwei.booking.assignment;

import city.huiwei.booking.contract.ReserveOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets one of some places that nobody can tell apart: each order of reserves in its own words.
 * What a group cannot fill of its reserve is open to everyone, as if it had never been kept.
 *
 * @param reserves places kept, by category; together not more than there are
 */
record EqualPlaces(int places, Map<String, Integer> reserves, ReserveOrder order) {

  private static final Comparator<Candidate> RANK = Comparator.comparingInt(Candidate::rank);
  private static final Comparator<Candidate> AGAIN =
      Comparator.comparingInt(Candidate::again).thenComparing(RANK);

  EqualPlaces {
    reserves = Map.copyOf(reserves);
    if (reserves.values().stream().anyMatch(kept -> kept < 0) || kept(reserves) > places) {
      throw new IllegalArgumentException("the reserves are parts of the places");
    }
  }

  /** The winners, in no order. */
  List<Candidate> winners(List<Candidate> candidates) {
    var draw = new Drawing(places);
    var byRank = candidates.stream().sorted(RANK).toList();
    switch (order) {
      case MINIMUM_GUARANTEE -> draw.kept(byRank, reserves);
      case OPEN_FIRST -> {
        draw.open(byRank, places - kept(reserves));
        draw.kept(draw.losers, reserves);
        if (!draw.unfilled.isEmpty()) {
          return new EqualPlaces(places, lessened(draw.unfilled), order).winners(candidates);
        }
      }
      case DRAWN_AGAIN -> draw.kept(candidates.stream().sorted(AGAIN).toList(), reserves);
    }
    draw.open(draw.losers.stream().sorted(RANK).toList(), draw.left);
    return draw.winners;
  }

  private Map<String, Integer> lessened(Map<String, Integer> unfilled) {
    var less = new HashMap<>(reserves);
    unfilled.forEach((category, rooms) -> less.merge(category, -rooms, Integer::sum));
    return less;
  }

  private static int kept(Map<String, Integer> reserves) {
    return reserves.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** One draw under way: each pass splits those who come into winners and losers. */
  private static final class Drawing {

    private final List<Candidate> winners = new ArrayList<>();
    private List<Candidate> losers = List.of();
    private Map<String, Integer> unfilled = Map.of();
    private int left;

    Drawing(int places) {
      left = places;
    }

    void open(List<Candidate> candidates, int most) {
      int taken = Math.min(Math.min(most, left), candidates.size());
      winners.addAll(candidates.subList(0, taken));
      losers = candidates.subList(taken, candidates.size());
      left -= taken;
    }

    void kept(List<Candidate> candidates, Map<String, Integer> reserves) {
      var rest = new ArrayList<Candidate>(candidates.size());
      var open = new HashMap<>(reserves);
      for (var candidate : candidates) {
        int kept = open.getOrDefault(candidate.category(), 0);
        (kept > 0 ? winners : rest).add(candidate);
        open.computeIfPresent(candidate.category(), (_, some) -> Math.max(0, some - 1));
      }
      left -= candidates.size() - rest.size();
      losers = rest;
      open.values().removeIf(kept -> kept == 0);
      unfilled = open;
    }
  }
}
