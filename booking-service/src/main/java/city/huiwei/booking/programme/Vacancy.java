package city.huiwei.booking.programme;

import city.huiwei.inventory.contract.Place;

/** A place with so many units that are still to be given. */
public record Vacancy(Place place, int units) {}
