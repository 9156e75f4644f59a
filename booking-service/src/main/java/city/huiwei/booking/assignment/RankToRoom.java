package city.huiwei.booking.assignment;

import city.huiwei.booking.assignment.Placement.Decision;
import city.huiwei.booking.assignment.Placement.Given;
import city.huiwei.booking.assignment.Placement.Outcome;
import city.huiwei.booking.contract.ReserveOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In the order of their ranks each takes the best of their own list that is left. Rooms kept for a
 * category are left for its people alone; what they leave of them is kept where others of them
 * still wait, or opened to all, and the list is gone through again from the first, until nothing
 * kept is left over. Nobody is passed over for one who comes later, but for a room that is kept.
 * Pure: the order in which contenders are named changes nothing.
 */
final class RankToRoom {

  private static final Comparator<Contender> RANK = Comparator.comparingInt(Contender::rank);
  private static final Comparator<Contender> AGAIN =
      Comparator.comparingInt(Contender::again).thenComparing(RANK);

  private final Supply supply;
  private final List<Contender> contenders;
  private final List<Contender> again;
  private final Reserved reserved;

  /** For whom a room was kept elsewhere, each once a pool: so it ends. */
  private final Set<Asked> asked = new HashSet<>();

  private final Map<Span.Shape, List<Span>> spans = new HashMap<>();

  private record Asked(String ticket, String pool) {}

  private RankToRoom(Supply supply, List<Contender> contenders) {
    this.supply = supply;
    this.contenders = contenders.stream().sorted(RANK).toList();
    this.again =
        supply.order() == ReserveOrder.DRAWN_AGAIN
            ? contenders.stream()
                .filter(it -> supply.reserves().containsKey(it.category()))
                .sorted(AGAIN)
                .toList()
            : List.of();
    this.reserved = new Reserved(supply);
  }

  static Placement place(Supply supply, List<Contender> contenders) {
    if (contenders.stream().map(Contender::rank).distinct().count() != contenders.size()) {
      throw new IllegalArgumentException("no two have the same rank");
    }
    return new RankToRoom(supply, contenders).place();
  }

  private Placement place() {
    var pass = new Pass();
    int rounds = 1;
    while (movesWhatIsKept(pass)) {
      pass = new Pass();
      rounds++;
    }
    return new Placement(pass.decisions, CutOffs.of(pass.decisions), rounds);
  }

  /** Both at once: what is opened here is kept elsewhere, if somebody waits for it there. */
  private boolean movesWhatIsKept(Pass pass) {
    var opened = opensWhatIsLeft(pass);
    var kept = keepsElsewhere(pass);
    return opened || kept;
  }

  private boolean opensWhatIsLeft(Pass pass) {
    var any = false;
    for (var category : supply.reserves().keySet()) {
      for (var lot : supply.lots()) {
        any |= reserved.open(lot.pool(), category, pass.ledger.unfilled(lot.pool(), category));
      }
    }
    return any;
  }

  /** Those of a category who have nothing are asked by rank where a room would serve them. */
  private boolean keepsElsewhere(Pass pass) {
    var any = false;
    for (var category : supply.reserves().keySet()) {
      var mayBe = reserved.lacking(category);
      if (supply.order() == ReserveOrder.MINIMUM_GUARANTEE) {
        missing(category, pass).forEach((night, rooms) -> mayBe.merge(night, rooms, Math::min));
      }
      for (var decision : pass.decisions) {
        any |=
            decision.given() == null
                && decision.contender().category().equals(category)
                && keepsOneFor(decision.contender(), mayBe);
      }
    }
    return any;
  }

  private boolean keepsOneFor(Contender contender, Map<LocalDate, Integer> mayBe) {
    for (var wish : contender.wishes()) {
      var stay = new Stay(wish.pool(), wish.from(), wish.to());
      if (!asked.contains(new Asked(contender.ticket(), wish.pool()))
          && reserved.keepsOneMore(stay, contender.category(), mayBe)) {
        return asked.add(new Asked(contender.ticket(), wish.pool()));
      }
    }
    return false;
  }

  /** How many of its rooms the category lacks, by night; whoever is placed by rank counts. */
  private Map<LocalDate, Integer> missing(String category, Pass pass) {
    var present = new HashMap<LocalDate, Integer>();
    for (var decision : pass.decisions) {
      var given = decision.given();
      if (given != null && decision.contender().category().equals(category)) {
        given
            .stay()
            .from()
            .datesUntil(given.stay().to())
            .forEach(night -> present.merge(night, 1, Integer::sum));
      }
    }
    int all = supply.reserves().getOrDefault(category, 0);
    present.replaceAll((_, some) -> Math.max(0, all - some));
    return present;
  }

  /** The list gone through once. */
  private final class Pass {

    private final Ledger ledger = new Ledger(supply.lots(), reserved, spans);
    private final Map<String, Decision> drawn = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    Pass() {
      again.forEach(this::drawAgain);
      contenders.forEach(contender -> decisions.add(decide(contender)));
    }

    /** Who gets a room here does not come in the open draw. */
    private void drawAgain(Contender contender) {
      var decision = take(contender, Ledger.Use.KEPT_ONLY);
      if (decision.given() != null) {
        drawn.put(contender.ticket(), decision);
      }
    }

    private Decision decide(Contender contender) {
      var early = drawn.get(contender.ticket());
      return early == null ? take(contender, use()) : early;
    }

    private Ledger.Use use() {
      return supply.order() == ReserveOrder.MINIMUM_GUARANTEE
          ? Ledger.Use.KEPT_FIRST
          : Ledger.Use.OPEN_FIRST;
    }

    /** What could not be had is judged by what is left at this turn. */
    private Decision take(Contender contender, Ledger.Use use) {
      var outcomes = new ArrayList<Outcome>();
      for (var wish : contender.wishes()) {
        var span = ledger.best(wish, contender.category(), use);
        if (span != null) {
          var reserved = ledger.take(wish, span, contender.category(), use);
          return placed(contender, new Given(outcomes.size(), wish.stay(span), reserved), outcomes);
        }
        outcomes.add(refused(wish, use));
      }
      return new Decision(contender, null, outcomes);
    }

    private Outcome refused(Wished wish, Ledger.Use use) {
      if (!ledger.exists(wish)) {
        return Outcome.NO_FIT_DATES;
      }
      return use != Ledger.Use.KEPT_ONLY && ledger.isLeftForSomebody(wish)
          ? Outcome.RESERVE_ONLY
          : Outcome.BELOW_CUTOFF;
    }

    private Decision placed(Contender contender, Given given, List<Outcome> outcomes) {
      outcomes.add(Outcome.PLACED);
      while (outcomes.size() < contender.wishes().size()) {
        outcomes.add(Outcome.PLACED_HIGHER);
      }
      return new Decision(contender, given, outcomes);
    }
  }
}
