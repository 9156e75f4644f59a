package city.huiwei.booking.offer;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import java.util.Set;
import java.util.UUID;

/**
 * One who waits, as offers are made: nothing of it names a person.
 *
 * @param refused pools that were refused before
 */
record Waiter(
    UUID application,
    byte[] party,
    int category,
    String ranking,
    Answers need,
    Set<String> refused) {

  boolean mayHave(ApplicationProgramme programme, Place place) {
    return !refused.contains(place.pool()) && programme.misfits(need, place).isEmpty();
  }

  /** Where its site stands in the list of wishes; who wishes nothing takes any as well. */
  int wish(Place place) {
    var wishes = need.all(ApplicationProgramme.SITES);
    return wishes.isEmpty() ? 0 : wishes.indexOf(place.site());
  }
}
