package city.huiwei.booking.matching;

/** Whether places would keep all of a family's children, as the places are now. */
final class Admission {

  private final Numbered market;
  private final Roll[] rolls;

  Admission(Numbered market, Roll[] rolls) {
    this.market = market;
    this.rolls = rolls;
  }

  /** Whether all are kept where this choice has them, and others go if need be. */
  boolean wouldKeep(int family, int choice) {
    boolean together = false;
    for (int child = 0; child < market.size(family); child++) {
      var place = market.place(family, choice, child);
      if (place != Numbered.NOWHERE && !market.isSeat(family, choice, child)) {
        var asking = childrenAt(family, choice, place);
        var isSure = rolls[place].room() >= asking;
        if (!isSure && !isBetterThanLast(family, choice, child)) {
          return false;
        }
        together |= !isSure && asking > 1;
      }
    }
    return !together || wouldKeepTogether(family, choice);
  }

  private boolean isBetterThanLast(int family, int choice, int child) {
    return rolls[market.place(family, choice, child)].isBetterThanLast(
        market.category(family), market.key(family, choice, child));
  }

  private int childrenAt(int family, int choice, int place) {
    int children = 0;
    for (int child = 0; child < market.size(family); child++) {
      children += market.place(family, choice, child) == place ? 1 : 0;
    }
    return children;
  }

  /** Two at one place may be kept each, and not both: tries it with a copy. */
  private boolean wouldKeepTogether(int family, int choice) {
    var tried = rolls.clone();
    for (int child = 0; child < market.size(family); child++) {
      var place = market.place(family, choice, child);
      if (place != Numbered.NOWHERE) {
        if (tried[place] == rolls[place]) {
          tried[place] = rolls[place].copy();
        }
        add(tried[place], family, choice, child);
      }
    }
    for (int child = 0; child < market.size(family); child++) {
      var place = market.place(family, choice, child);
      if (place != Numbered.NOWHERE
          && !market.isSeat(family, choice, child)
          && !tried[place].keeps(market.category(family), market.key(family, choice, child))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a family's child to the roll.
   *
   * @return the key of who has to go for it, or {@link Roll#NOBODY}
   */
  long add(Roll roll, int family, int choice, int child) {
    return market.isSeat(family, choice, child)
        ? roll.addSeated(market.category(family))
        : roll.add(market.category(family), market.key(family, choice, child));
  }

  void remove(int family, int choice, int child) {
    var place = market.place(family, choice, child);
    if (place == Numbered.NOWHERE) {
      return;
    }
    if (market.isSeat(family, choice, child)) {
      rolls[place].removeSeated(market.category(family));
    } else {
      rolls[place].remove(market.category(family), market.key(family, choice, child));
    }
  }
}
