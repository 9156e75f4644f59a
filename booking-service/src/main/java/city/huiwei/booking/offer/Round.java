package city.huiwei.booking.offer;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import java.util.List;

/**
 * The places that are free now, given away in the order in which people come. Pure; a working copy
 * of one round.
 */
sealed interface Round permits FirstFitRound, LateRound {

  /** A waiter and what they are to be offered: a place for each unit, mostly one. */
  record Match(Waiter waiter, List<Place> places) {}

  static Round of(ApplicationProgramme programme, Free free) {
    return programme.promisesHome()
        ? new LateRound(programme, free)
        : new FirstFitRound(programme, free);
  }

  /** Whether there is something left to give at all. */
  boolean isEmpty();

  /** Gives the waiters, the first one first, what fits; who finds nothing is passed over. */
  void give(List<Waiter> waiters);

  /** Who is to be offered what, once all have had their turn; in their order. */
  List<Match> matches();
}
